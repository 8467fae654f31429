import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { beganAt, isRunning } from './processes.ts'

const holderShape = v.object({ pid: v.number(), began: v.string(), purpose: v.string() })
export type Holder = v.InferOutput<typeof holderShape>
export type Claim = { release: () => Promise<void> }

/**
 * Claims a data folder for this process, so that only one starts and stops its database. Returns the holder
 * when a living process has it; a claim left behind by a crash is taken over.
 */
export async function claimFolder(folder: string, purpose: string): Promise<Claim | { holder: Holder }> {
  const file = join(folder, 'kieznetz.pid')
  const own: Holder = { pid: process.pid, began: beganAt(process.pid), purpose }
  let hasRemoved = false
  for (;;) {
    if ((await wrote(file, own)) && !(hasRemoved && (await lostTo(file))))
      return { release: () => rm(file, { force: true }) }
    const holder = await readHolder(file)
    if (holder && isAlive(holder)) return { holder }
    await rm(file, { force: true })
    hasRemoved = true
  }
}

/** Two that find the same left claim may both remove it, the slower one removing the new claim of the faster. */
async function lostTo(file: string) {
  await pause(100)
  return (await readHolder(file))?.pid !== process.pid
}

const isAlive = ({ pid, began }: Holder) => isRunning(pid) && beganAt(pid) === began

const wrote = (file: string, holder: Holder) =>
  writeFile(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return v.parse(holderShape, JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}
