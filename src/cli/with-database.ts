import { join } from 'node:path'
import { jobNames } from '../app/index.ts'
import { projectFolder, type Settings } from '../platform/config.ts'
import { connect, type Database } from '../platform/database/connect.ts'
import { migrate } from '../platform/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../platform/database/open.ts'
import { prepareJobs } from '../platform/jobs/store/prepare.ts'

/** Runs a command on the database of the settings, that of a running server included, and closes what it opened. */
export async function withDatabase<Result>(
  settings: Settings,
  purpose: string,
  work: (database: OpenDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(settings, { purpose, alone: false, say: console.error })
  try {
    return await work(database)
  } catch (error) {
    throw database.explain(error)
  } finally {
    await database.close()
  }
}

/** Connects as one of the roles for as long as the work takes. */
export async function connectedTo<Result>(
  url: string,
  work: (db: Database) => Promise<Result>,
): Promise<Result> {
  const db = connect(url, { connections: 2 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** Applies what is missing: migrations, and the queues of the jobs. Returns the migrations it applied. */
export async function bringUpToDate({ urls }: OpenDatabase) {
  const applied = await migrate(urls.owner, join(projectFolder, 'migrations'))
  await prepareJobs(urls.owner, jobNames)
  return applied
}
