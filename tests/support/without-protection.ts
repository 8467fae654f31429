import pg from 'pg'
import { afterAll } from 'vitest'
import { databaseForThisFile } from './server.ts'
import { aTown } from './town.ts'

/** As many as have a connection of their own. */
export const families = ['Familie 1', 'Familie 2', 'Familie 3', 'Familie 4'] as const

/**
 * A town for the control of a rush: the test mocks the lock away and lets everybody wait in `everybodyHasRead`, so that
 * all have seen the last one before the first takes it. Otherwise the race would be a matter of luck. `asAdmin` takes
 * the protection of the database out, too.
 */
export const withoutProtection = async () => {
  const database = await databaseForThisFile()
  const town = await aTown(database)
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  afterAll(() => admin.end())
  let readers = 0
  let allHaveRead = Promise.withResolvers<void>()
  return {
    town,
    asAdmin: (statement: string) => admin.query(statement),
    everybodyHasRead() {
      readers++
      if (readers === families.length) allHaveRead.resolve()
      return allHaveRead.promise
    },
    /** What everybody of these does, all at once. */
    atOnce<Family, Outcome>(those: readonly Family[], does: (family: Family) => Promise<Outcome>) {
      allHaveRead = Promise.withResolvers()
      readers = 0
      return those.map(does)
    },
  }
}
