// npm run dev: starts the program from its sources and again after every change; rebuilds the browser's assets.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = dirname(dirname(fileURLToPath(import.meta.url)))
await build({
  root: project,
  logLevel: 'warn',
  build: { watch: {}, outDir: join(project, 'dist', 'assets') },
})

const program = spawn('tsx', ['watch', '--clear-screen=false', join(project, 'src', 'cli.ts'), 'serve'], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal))
program.once('exit', code => process.exit(code ?? 1))
