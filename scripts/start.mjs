// npm start, and the launcher of every `kieznetz` command: installs what is missing, builds what is stale, then
// hands over to Node 26 from node_modules. It runs on any Node from 20 on and needs no package itself.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIsFresh } from './freshness.mjs'
import { packagesAreInstalled } from './installed.mjs'
import { whenNpmIsGone } from './npm-parent.mjs'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
const node = join(project, 'node_modules', '.bin', 'node')
const words = process.argv.slice(2)

if (Number(process.versions.node.split('.')[0]) < 20)
  giveUp(
    `KiezNetz needs Node.js 20 or later to begin with; this is ${process.versions.node}. Install one from https://nodejs.org.`,
  )

let child
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child?.kill(signal))

if (!packagesAreInstalled(project)) await install()
const runtime = existsSync(node) ? node : process.execPath
if (!existsSync(node) && Number(process.versions.node.split('.')[0]) < 26)
  giveUp(
    'npm brought no Node.js 26 for this machine (Linux on x64 or arm64 has one). Install Node.js 26 yourself and start again.',
  )
if (!buildIsFresh(project)) await build()
process.exit(
  await run(runtime, ['--enable-source-maps', join(project, 'dist', 'cli.js'), ...words], { isLast: true }),
)

async function install() {
  tell('Installing the packages (about a minute, 700 MB on disk) …')
  const npm = process.env.npm_execpath
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const code = await withClock(npm ? run(process.execPath, [npm, ...options]) : run('npm', options))
  if (code !== 0)
    giveUp(
      'npm could not install the packages; it says why above. Mend that (network, disk space, rights) and start again.',
    )
}

async function build() {
  tell('Building (a few seconds) …')
  const code = await run(runtime, [join(project, 'scripts', 'build.mjs')])
  if (code !== 0) giveUp('The build failed; it says why above.')
}

function run(command, args, { isLast = false } = {}) {
  return new Promise(resolve => {
    // The channel tells the server when this launcher is gone, so that even kill -9 leaves nothing behind.
    child = spawn(command, args, {
      cwd: isLast ? process.cwd() : project,
      stdio: isLast ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    })
    if (isLast) whenNpmIsGone(() => child.kill('SIGTERM'))
    child.once('error', error => giveUp(`${command} does not run: ${error.message}`))
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') tell('KiezNetz was killed. Start it again: it recovers by itself.')
      else if (signal && !isLast) process.exit(130)
      resolve(code ?? 137)
    })
  })
}

/** Where there is no terminal to draw npm's own progress in, a line every ten seconds shows that it goes on. */
async function withClock(work) {
  if (process.stderr.isTTY) return work
  let seconds = 0
  const clock = setInterval(() => {
    seconds += 10
    tell(`… ${seconds} seconds`)
  }, 10_000)
  const result = await work
  clearInterval(clock)
  return result
}

function tell(line) {
  console.log(`  ${line}`)
}

function giveUp(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}
