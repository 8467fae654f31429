import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobNames } from '../src/app/index.ts'
import { type Cluster, openCluster, runningCluster } from '../src/platform/database/cluster/cluster.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { type DatabaseUrls, prepare, urlsOf } from '../src/platform/database/prepare.ts'
import { prepareJobs } from '../src/platform/jobs/store/prepare.ts'
import { type Started, startProduct } from './processes.ts'
import { undoneBy } from './tidy.ts'

/** A folder that is gone afterwards, whatever happens. The database's system user must be able to pass through. */
export const withFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'kieznetz-bench-'))
  await chmod(folder, 0o711)
  return undoneBy(
    () => rm(folder, { recursive: true, force: true }),
    () => work(folder),
  )
}

/** The embedded server of a folder, while the work lasts; it writes through to the disk. */
export const withCluster = async <Result>(folder: string, work: (cluster: Cluster) => Promise<Result>) => {
  const cluster = await openCluster(folder, { durable: true })
  return undoneBy(cluster.stop, () => work(cluster))
}

/** One migrated, empty database. */
export const withDatabase = <Result>(
  work: (urls: DatabaseUrls, adminUrl: string) => Promise<Result>,
): Promise<Result> =>
  withFolder(folder =>
    withCluster(folder, async ({ adminUrl, secrets }) => {
      const urls = await prepare(adminUrl, 'bench', secrets)
      await migrate(urls.owner, 'migrations')
      await prepareJobs(urls.owner, jobNames)
      return work(urls, adminUrl)
    }),
  )

/** The product as it is delivered, serving from a folder while the work lasts. */
export const withProduct = async <Result>(folder: string, work: (product: Started) => Promise<Result>) => {
  const product = await startProduct(folder, productPort)
  return undoneBy(product.stop, () => work(product))
}

export const productPort = 4_440

/** The addresses of the database that a started product uses. */
export const urlsOfProduct = async (folder: string): Promise<DatabaseUrls> => {
  const cluster = await runningCluster(folder)
  if (!cluster) throw new Error(`No database runs on ${folder}`)
  return urlsOf(cluster.adminUrl, 'kieznetz', cluster.secrets)
}
