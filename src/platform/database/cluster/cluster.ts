import { join } from 'node:path'
import { OperatorError } from '../../operator-error.ts'
import { knownFailure } from './failures.ts'
import { initialise, isInitialised } from './initialise.ts'
import { logSize, readLog } from './log.ts'
import { makeWritable, systemFolder } from './place.ts'
import { type Postmaster, runningPostmaster, stopPostmaster } from './postmaster.ts'
import { keepSecrets, newSecrets, readSecrets, type Secrets } from './secrets.ts'
import { copyServerFiles, findServerFiles, type ServerFiles } from './server-files.ts'
import { becomesReady, freePort, start } from './start.ts'
import { canReach, databaseUser, type SystemUser } from './system-user.ts'

export type Cluster = {
  adminUrl: string
  secrets: Secrets
  /** Why it broke off connections, when its log of this run tells a cause that can be mended. */
  whyItBroke: () => OperatorError | undefined
  stop: () => Promise<void>
}

type Options = {
  /** Only tests may do without: a crash of the machine then loses data. */
  durable?: boolean
  say?: (line: string) => void
}

/**
 * Opens the PostgreSQL server of a data folder: makes it, starts it, or takes over one of ours that outlived
 * its web server.
 */
export async function openCluster(
  folder: string,
  { durable = true, say = () => {} }: Options = {},
): Promise<Cluster> {
  await makeWritable(folder)
  const running = await runningCluster(folder)
  if (running) return running

  const dataFolder = dataFolderOf(folder)
  const secrets = await secretsFor(folder)
  const user = await databaseUser(dataFolder)
  const place = { dataFolder, files: await filesFor(user), user, durable }
  if (!(await isInitialised(dataFolder))) {
    say('PostgreSQL makes its data folder (once, up to 10 seconds) …')
    await initialise(place, secrets.superuser)
  }
  const port = await freePort(secrets.port)
  if (port !== secrets.port) await keepSecrets(folder, { ...secrets, port })
  return clusterOf(folder, secrets, await start(place, port))
}

/** The server that runs on this folder already, once it answers. */
export async function runningCluster(folder: string): Promise<Cluster | undefined> {
  const dataFolder = dataFolderOf(folder)
  const secrets = await readSecrets(folder)
  if (!secrets || !runningPostmaster(dataFolder)) return undefined
  const postmaster = await becomesReady(dataFolder, () => !runningPostmaster(dataFolder))
  return postmaster && clusterOf(folder, secrets, postmaster)
}

/**
 * Starts the server again when it ends unasked, as when the system runs out of memory and chooses it. Returns how to
 * end that watch, which comes before stopping the server.
 */
export function keepRunning(folder: string, say: (line: string) => void): () => Promise<void> {
  let starting: Promise<unknown> | undefined
  const look = () => {
    if (starting || runningPostmaster(dataFolderOf(folder))) return
    say('PostgreSQL ended unasked and is started again …')
    starting = openCluster(folder)
      .catch((error: Error) => say(error.message))
      .finally(() => {
        starting = undefined
      })
  }
  const watch = setInterval(look, 1_000)
  return async () => {
    clearInterval(watch)
    await starting
  }
}

const clusterOf = (folder: string, secrets: Secrets, { port }: Postmaster): Cluster => ({
  adminUrl: `postgres://postgres:${secrets.superuser}@127.0.0.1:${port}/postgres`,
  secrets,
  whyItBroke: logSince(dataFolderOf(folder)),
  stop: () => stopPostmaster(dataFolderOf(folder)),
})

function logSince(dataFolder: string) {
  const begin = logSize(dataFolder)
  return () => knownFailure(readLog(dataFolder, begin), dataFolder)
}

async function secretsFor(folder: string): Promise<Secrets> {
  const secrets = await readSecrets(folder)
  if (secrets) return secrets
  if (await isInitialised(dataFolderOf(folder)))
    throw new OperatorError(
      `${folder} holds a database, but secrets.json with its passwords is gone. Put that file back from your copy ` +
        'of the folder, or set KIEZNETZ_DATA to a new folder and restore a backup there.',
    )
  return keepSecrets(folder, newSecrets())
}

async function filesFor(user: SystemUser): Promise<ServerFiles> {
  const installed = await findServerFiles()
  if (canReach(user, join(installed.folder, 'bin', 'postgres'), 'x')) return installed
  return copyServerFiles(installed, await makeWritable(systemFolder))
}

const dataFolderOf = (folder: string) => join(folder, 'postgres')
