import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectFolder } from '../src/platform/config.ts'

export type Started = {
  url: string
  pid: number
  /** Milliseconds from the first keystroke to the first page. */
  tookMs: number
  stop: () => Promise<void>
}

const node = join(projectFolder, 'node_modules', '.bin', 'node')

/** Starts the product as it is delivered, on a data folder, and waits for its first page. */
export const startProduct = (folder: string, port: number, [command, ...words] = launcher) =>
  start(
    command,
    words,
    { KIEZNETZ_DATA: folder, PORT: String(port), KIEZNETZ_LOG: 'error' },
    `http://127.0.0.1:${port}/de`,
  )

const launcher: [string, ...string[]] = [node, join(projectFolder, 'scripts', 'start.mjs'), 'serve']

/** Starts one of the counterparts of this folder in a process of its own. */
export const startBare = (script: string, port: number, environment: Record<string, string>) =>
  start(
    node,
    ['--import', 'tsx', join(import.meta.dirname, script)],
    { ...environment, PORT: String(port) },
    `http://127.0.0.1:${port}/`,
  )

async function start(
  command: string,
  words: string[],
  environment: Record<string, string>,
  firstPage: string,
): Promise<Started> {
  const began = performance.now()
  const child = spawn(command, words, {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', text => {
    said += text
  })
  const running = { isOver: false }
  child.once('exit', () => {
    running.isOver = true
  })
  while (!(await answers(firstPage))) {
    if (running.isOver) throw new Error(`${command} ended before its first page:\n${said}`)
    await pause(10)
  }
  const tookMs = performance.now() - began
  const pid = listenerOf(child)
  return {
    url: new URL(firstPage).origin,
    pid,
    tookMs,
    /** npm is gone before what it started is. */
    async stop() {
      if (!running.isOver) child.kill('SIGTERM')
      while (!running.isOver || existsSync(`/proc/${pid}`)) await pause(20)
    },
  }
}

/** Processor time in seconds that a process has used so far. */
export const cpuSeconds = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

export const residentMegabytes = (pid: number) =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK']).toString())

/**
 * npm starts a shell which starts a launcher which starts the server; what the server starts for heavy work is not
 * meant, and gone a moment later.
 */
const listenerOf = ({ pid = 0 }: ChildProcess): number => {
  if (commandOf(pid).includes('cli.js')) return pid
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  const next = children.map(Number).find(child => /node|npm|sh|Main/.test(nameOf(child)))
  return next ? listenerOf({ pid: next } as ChildProcess) : pid
}

const commandOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8')

const nameOf = (pid: number) => readFileSync(`/proc/${pid}/comm`, 'utf8').trim()

const answers = (url: string) =>
  fetch(url).then(
    response => response.ok,
    () => false,
  )
