import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aDoorstep, asksFor } from '../support/doorstep.ts'
import { databaseForThisFile } from '../support/server.ts'
import { aTown } from '../support/town.ts'

// The control of the rush in kits.test.ts: the same code with its lock taken out, and everybody has seen the last kit
// before the first one takes it; otherwise the race would be a matter of luck.
vi.mock('../../src/doorstep/store/kits.ts', async importOriginal => {
  const store = await importOriginal<typeof import('../../src/doorstep/store/kits.ts')>()
  const lockStock: typeof store.lockStock = async (tx, cityId, centreId, ids) => {
    const seen = await tx
      .selectFrom('doorstepKits')
      .select(['id', 'stock'])
      .where('cityId', '=', cityId)
      .where('centreId', '=', centreId)
      .where('id', 'in', ids)
      .execute()
    await everybodyHasRead()
    return seen
  }
  return { ...store, lockStock }
})

const database = await databaseForThisFile()
const town = await aTown(database)
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => admin.end())
beforeEach(() => admin.query('truncate doorstep_kits, doorstep_rounds cascade'))

test('without the lock the database still refuses all but one', async () => {
  expect(await rush()).toBe(1)
  expect(await stock()).toBe(0)
})

test('without the lock and without the check the last kit is promised more than once', async () => {
  await admin.query('alter table doorstep_kits drop constraint stock_never_below_zero')
  expect(await rush()).toBeGreaterThan(1)
  expect(await stock()).toBeLessThan(0)
})

const rush = async () => {
  const { kitId } = await aDoorstep(town, { stock: 1 })
  allHaveRead = Promise.withResolvers()
  readers = 0
  const outcomes = await Promise.all(Array.from({ length: families }, () => asksFor(town, { [kitId]: 1 })))
  return outcomes.filter(({ outcome }) => outcome === 'asked').length
}

const stock = async () => (await admin.query('select stock from doorstep_kits')).rows[0].stock

// As many as have a connection of their own.
const families = 4
let readers = 0
let allHaveRead = Promise.withResolvers<void>()

const everybodyHasRead = () => {
  readers++
  if (readers === families) allHaveRead.resolve()
  return allHaveRead.promise
}
