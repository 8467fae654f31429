import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { commandOf, isRunning } from './processes.ts'

/** What a running server says about itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; status: string }

/** The server that runs on this data folder, or undefined when the pid file is missing or stale. */
export function runningPostmaster(dataFolder: string): Postmaster | undefined {
  const postmaster = readPidFile(dataFolder)
  if (!postmaster || !isRunning(postmaster.pid)) return undefined
  return commandOf(postmaster.pid).includes(`-D ${dataFolder} `) ? postmaster : undefined
}

/**
 * After a crash the number in the pid file may belong to a stranger by now, and PostgreSQL would refuse to
 * start. Only a file whose process is not a server of this folder is removed.
 */
export async function removeStalePidFile(dataFolder: string) {
  if (readPidFile(dataFolder) && !runningPostmaster(dataFolder))
    await rm(join(dataFolder, 'postmaster.pid'), { force: true })
}

/** Stops a server the quick way that loses nothing: connections are cut, data is written. */
export async function stopPostmaster(dataFolder: string) {
  const pid = runningPostmaster(dataFolder)?.pid
  if (pid === undefined) return
  signal(pid, 'SIGINT')
  if (await ended(pid, 20_000)) return
  signal(pid, 'SIGQUIT')
  await ended(pid, 5_000)
  await removeStalePidFile(dataFolder)
}

async function ended(pid: number, milliseconds: number) {
  const deadline = Date.now() + milliseconds
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false
    await pause(15)
  }
  return true
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function readPidFile(dataFolder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
