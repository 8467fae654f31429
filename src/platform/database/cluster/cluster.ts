import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { initialise } from './initialise.ts'
import { runningPostmaster, stopPostmaster } from './postmaster.ts'
import { keepSecrets, newSecrets, readSecrets, type Secrets } from './secrets.ts'
import { copyServerFiles, findServerFiles } from './server-files.ts'
import { becomesReady, freePort, start } from './start.ts'
import { canReach, databaseUser } from './system-user.ts'

export type Cluster = { adminUrl: string; secrets: Secrets; stop: () => Promise<void> }

/** Opens the PostgreSQL server of a data folder: makes it, starts it, or takes over one that outlived its web server. */
export async function openCluster(folder: string, { durable = true } = {}): Promise<Cluster> {
  const dataFolder = join(folder, 'postgres')
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const secrets = (await readSecrets(folder)) ?? (await keepSecrets(folder, newSecrets()))
  const left =
    runningPostmaster(dataFolder) && (await becomesReady(dataFolder, () => !runningPostmaster(dataFolder)))
  const postmaster = left ?? (await startNew())
  return {
    adminUrl: `postgres://postgres:${secrets.superuser}@127.0.0.1:${postmaster.port}/postgres`,
    secrets,
    stop: () => stopPostmaster(dataFolder, postmaster.pid),
  }

  async function startNew() {
    const user = await databaseUser(dataFolder)
    const installed = await findServerFiles()
    const files = canReach(user, join(installed.folder, 'bin', 'postgres'), 'x')
      ? installed
      : await copyServerFiles(installed, '/var/lib/kieznetz')
    const place = { dataFolder, files, user, durable }
    await initialise(place, secrets.superuser)
    const port = await freePort(secrets.port)
    if (port !== secrets.port) await keepSecrets(folder, { ...secrets, port })
    return start(place, port)
  }
}
