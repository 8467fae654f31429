// What `npm start` and `npm test` have in common: packages that are missing are installed, a stale build is
// renewed. Runs on any Node from 20 on and needs no package itself.
import { spawn } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIsFresh } from './freshness.mjs'
import { packagesAreInstalled } from './installed.mjs'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const node = join(project, 'node_modules', '.bin', 'node')

/** Installs and builds what is needed; returns the Node 26 that runs everything from here on. */
export async function prepare() {
  if (majorVersion() < 20)
    giveUp(
      `KiezNetz needs Node.js 20 or later to begin with; this is ${process.versions.node}. Install one from https://nodejs.org.`,
    )
  if (!packagesAreInstalled(project)) await install()
  if (!existsSync(node)) linkRuntime()
  if (!existsSync(node) && majorVersion() < 26)
    giveUp(
      'npm brought no Node.js 26 for this machine (Linux on x64 or arm64 has one). Install Node.js 26 yourself and start again.',
    )
  const runtime = existsSync(node) ? node : process.execPath
  if (!buildIsFresh(project)) await build(runtime)
  return runtime
}

/** Runs a command to its end with our own output, passing on signals; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: project, stdio: 'inherit', ...options })
    const pass = signal => child.kill(signal)
    for (const signal of signals) process.on(signal, pass)
    child.once('error', error => giveUp(`${command} does not run: ${error.message}`))
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      if (signal && signal !== 'SIGKILL') process.exit(130)
      resolve(code ?? 137)
    })
  })
}

export function tell(line) {
  console.log(`  ${line}`)
}

export function giveUp(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

const majorVersion = () => Number(process.versions.node.split('.')[0])

/** npm 10 installs the package with Node 26 but links no program that is called like its own. */
function linkRuntime() {
  const program = join('..', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (existsSync(join(dirname(node), program))) symlinkSync(program, node)
}

async function install() {
  tell('Installing the packages (about a minute, 700 MB on disk) …')
  const npm = process.env.npm_execpath
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await withClock(npm ? run(process.execPath, [npm, ...options]) : run('npm', options))
  if (code !== 0)
    giveUp(
      'npm could not install the packages; it says why above. Mend that (network, disk space, rights) and start again.',
    )
}

async function build(runtime) {
  tell('Building (a few seconds) …')
  const code = await run(runtime, [join(project, 'scripts', 'build.mjs')])
  if (code !== 0) giveUp('The build failed; it says why above.')
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
