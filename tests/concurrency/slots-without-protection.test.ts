import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { aConsultation, booksAtTen } from '../support/consultations.ts'
import { databaseForThisFile } from '../support/server.ts'
import { aTown } from '../support/town.ts'

// The control of the rush in slots.test.ts: the same code with its lock taken out, and everybody has seen the slot free
// before the first one takes it; otherwise the race would be a matter of luck.
vi.mock('../../src/counselling/store/slots.ts', async importOriginal => {
  const store = await importOriginal<typeof import('../../src/counselling/store/slots.ts')>()
  return {
    ...store,
    lockFree: async (...[tx, cityId, { centreId, startsAt }]: Parameters<typeof store.lockFree>) => {
      const reading = { db: tx, city: { id: cityId } }
      const from = startsAt.subtract({ seconds: 1 })
      const until = startsAt.add({ seconds: 1 })
      const free = await store.listFree(reading, { centreId, from, until })
      await everybodyHasRead()
      return free
    },
  }
})

const database = await databaseForThisFile()
const town = await aTown(database)
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => admin.end())
beforeEach(() => admin.query('truncate consultation_hours cascade'))

test('without the lock the database still refuses all but one', async () => {
  expect(await rush()).toBe(1)
})

test('without the lock and without the unique index a slot is given away more than once', async () => {
  await admin.query('alter table consultation_bookings drop constraint one_booking_per_slot')
  expect(await rush()).toBeGreaterThan(1)
})

const rush = async () => {
  await aConsultation(town)
  allHaveRead = Promise.withResolvers()
  readers = 0
  const outcomes = await Promise.all(Array.from({ length: families }, () => booksAtTen(town)))
  return outcomes.filter(({ outcome }) => outcome === 'booked').length
}

// As many as have a connection of their own.
const families = 4
let readers = 0
let allHaveRead = Promise.withResolvers<void>()

const everybodyHasRead = () => {
  readers++
  if (readers === families) allHaveRead.resolve()
  return allHaveRead.promise
}
