import { spawn } from 'node:child_process'
import { closeSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { failureFrom, othersStillWork } from './failures.ts'
import type { Place } from './initialise.ts'
import { logSize, openLog, readLog } from './log.ts'
import { type Postmaster, removeStalePidFile, runningPostmaster } from './postmaster.ts'
import { program } from './server-files.ts'

const startingMayTake = 120_000

// Processes of a killed server end by themselves as soon as they notice; until then a new one does not start.
const othersMayTake = 30_000

/** Starts the server and waits until it answers; recovering after a crash may take a while. */
export async function start(place: Place, port: number): Promise<Postmaster> {
  const deadline = Date.now() + othersMayTake
  for (;;) {
    const outcome = await attempt(place, port)
    if (typeof outcome !== 'string') return outcome
    if (!othersStillWork.test(outcome) || Date.now() > deadline) throw failureFrom(outcome, place.dataFolder)
    await pause(200)
  }
}

/** The server that answers, or what it said before it gave up. */
async function attempt(place: Place, port: number): Promise<Postmaster | string> {
  await removeStalePidFile(place.dataFolder)
  const log = openLog(place.dataFolder)
  const begin = logSize(place.dataFolder)
  // A process group of its own: Ctrl-C in the terminal reaches the web server first, which then stops this one.
  const child = spawn(
    program(place.files, 'postgres'),
    ['-D', place.dataFolder, ...settings(port, place.durable)],
    {
      ...place.user.ids,
      cwd: '/',
      env: { LANG: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', log, log],
    },
  )
  closeSync(log)
  let gone: string | undefined
  child.once('error', error => {
    gone = String(error)
  })
  child.once('exit', () => {
    gone ??= readLog(place.dataFolder, begin)
  })
  child.unref()

  const ready = await becomesReady(place.dataFolder, () => gone !== undefined)
  return ready ?? gone ?? `error: no answer within ${startingMayTake / 1000} seconds`
}

/** Waits for a server that is starting or recovering; undefined when it gave up. */
export async function becomesReady(
  dataFolder: string,
  hasGone: () => boolean,
): Promise<Postmaster | undefined> {
  const deadline = Date.now() + startingMayTake
  while (!hasGone() && Date.now() < deadline) {
    const postmaster = runningPostmaster(dataFolder)
    if (postmaster?.status === 'ready') return postmaster
    await pause(10)
  }
  return undefined
}

/** The port of last time when it is free, else any that is. */
export const freePort = async (preferred = 0): Promise<number> =>
  (await tryPort(preferred)) ??
  (await tryPort(0)) ??
  Promise.reject(new Error('no free port on the loopback'))

const tryPort = (port: number) =>
  new Promise<number | undefined>(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })

function settings(port: number, durable: boolean): string[] {
  const on = durable ? 'on' : 'off'
  return Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    max_connections: 100,
    shared_buffers: '128MB',
    fsync: on,
    full_page_writes: on,
    synchronous_commit: on,
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'warning',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
