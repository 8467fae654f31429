// npm start, and the launcher of every `kieznetz` command: installs what is missing, builds what is stale, then
// hands over to Node 26 from node_modules.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { whenNpmIsGone } from './npm-parent.mjs'
import { giveUp, prepare, project, tell } from './prepare.mjs'

const runtime = await prepare()
// Left to itself, Node lets what a busy minute throws away grow to 60 MB before it looks, and each thread of its keeps
// memory of its own; together 11 MB of an idle server. It costs no time.
const memory = '--max-semi-space-size=4'
const env = { MALLOC_ARENA_MAX: '2', ...process.env }
const program = [memory, join(project, 'dist', 'cli.js'), ...process.argv.slice(2)]

// The channel tells the server when this launcher is gone, so that even kill -9 leaves nothing behind.
const child = spawn(runtime, program, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
whenNpmIsGone(() => child.kill('SIGTERM'))
child.once('error', error => giveUp(`${runtime} does not run: ${error.message}`))
child.once('exit', (code, signal) => {
  if (signal === 'SIGKILL') tell('KiezNetz was killed. Start it again: it recovers by itself.')
  process.exit(code ?? 137)
})
