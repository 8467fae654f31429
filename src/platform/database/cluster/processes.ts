import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process with this number lives; one that has ended and waits to be collected does not. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return stateOf(pid) !== 'Z'
}

/** The command line of a process, to recognise our own. */
export function commandOf(pid: number): string {
  const line = readProc(pid, 'cmdline')
  return (
    line?.replaceAll('\0', ' ') ??
    spawnSync('ps', ['-o', 'command=', '-p', String(pid)]).stdout?.toString() ??
    ''
  )
}

/** When a process began, in ticks of the machine: with its number it names one process for ever. */
export const beganAt = (pid: number) => statusFields(pid)?.[19] ?? ''

const stateOf = (pid: number) => statusFields(pid)?.[0]

// The name in parentheses may contain spaces; the numbered fields begin after it.
const statusFields = (pid: number) =>
  readProc(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ')

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}
