import pg from 'pg'
import type { Settings } from '../config.ts'
import { OperatorError } from '../operator-error.ts'
import { claimFolder, type Holder } from './cluster/claim.ts'
import { type Cluster, keepRunning, openCluster, runningCluster } from './cluster/cluster.ts'
import { placeFor } from './cluster/place.ts'
import type { Secrets } from './cluster/secrets.ts'
import { inPlainWords, isBrokenConnection } from './failures.ts'
import { type DatabaseUrls, prepare, urlsOf } from './prepare.ts'

export type OpenDatabase = {
  urls: DatabaseUrls
  /** The key of the sessions. */
  secret: string
  /** Where the embedded database lies; undefined with a server of your own. */
  folder: string | undefined
  /** Puts a failure of the database into plain words; what is not one comes back as it is. */
  explain: (error: unknown) => unknown
  close: () => Promise<void>
}

type Opening = {
  /** The command that asks, for the message to a second one. */
  purpose: string
  /** A command may use the database of a running server; the server itself wants to be the only one. */
  alone: boolean
  say: (line: string) => void
}

/** Opens the database of the settings: the addresses given, or the embedded server of the data folder. */
export const openDatabase = (settings: Settings, opening: Opening): Promise<OpenDatabase> =>
  settings.database === 'embedded' ? openEmbedded(settings, opening) : openGiven(settings.database, settings)

async function openGiven(urls: DatabaseUrls, { secret }: Settings): Promise<OpenDatabase> {
  for (const role of ['app', 'public', 'owner'] as const) await signInOnce(urls[role], names[role])
  return { urls, secret: secret ?? '', folder: undefined, explain: inPlainWords, close: async () => {} }
}

async function openEmbedded(settings: Settings, { purpose, alone, say }: Opening): Promise<OpenDatabase> {
  const wanted = settings.dataFolder
  const folder = await placeFor({ folder: wanted, mayMove: settings.dataFolderIsOurChoice })
  if (folder !== wanted)
    say(`PostgreSQL's system user cannot pass to ${wanted}; server files and data lie in ${folder}.`)
  const sessionKey = (secrets: Secrets) => settings.secret ?? secrets.session

  const claim = await claimFolder(folder, purpose)
  if ('holder' in claim) {
    const shared = alone ? undefined : await runningCluster(folder)
    if (!shared) throw inUse(folder, claim.holder)
    const urls = urlsOf(shared.adminUrl, database, shared.secrets)
    return {
      urls,
      secret: sessionKey(shared.secrets),
      folder,
      explain: explainedBy(shared),
      close: async () => {},
    }
  }

  const undo = [claim.release]
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const cluster = await openCluster(folder, { say })
    undo.push(cluster.stop)
    if (alone) undo.push(keepRunning(folder, say))
    const urls = await prepare(cluster.adminUrl, database, cluster.secrets)
    return { urls, secret: sessionKey(cluster.secrets), folder, explain: explainedBy(cluster), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** A full disk ends the server's processes: all that the client sees is a broken connection. */
const explainedBy =
  ({ whyItBroke }: Cluster) =>
  (error: unknown) =>
    (isBrokenConnection(error) && whyItBroke()) || inPlainWords(error)

async function signInOnce(url: string, name: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    await client.query('select')
  } catch (error) {
    throw inPlainWords(error, name)
  } finally {
    await client.end().catch(() => {})
  }
}

const database = 'kieznetz'

const names = { app: 'DATABASE_URL', public: 'DATABASE_URL_PUBLIC', owner: 'DATABASE_URL_OWNER' } as const

const inUse = (folder: string, { pid, purpose }: Holder) =>
  new OperatorError(
    `"kieznetz ${purpose}" already runs on the data folder ${folder} (process ${pid}). ` +
      'Stop that one first, or set KIEZNETZ_DATA and PORT for a second one.',
  )
