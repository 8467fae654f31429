import { beforeEach, expect, test, vi } from 'vitest'
import { aConsultation, booksAtTen } from '../support/consultations.ts'
import { families, withoutProtection } from '../support/without-protection.ts'

// The control of the rush in slots.test.ts: the same code with its lock taken out.
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

const { town, asAdmin, everybodyHasRead, atOnce } = await withoutProtection()
beforeEach(() => asAdmin('truncate consultation_hours cascade'))

test('without the lock the database still refuses all but one', async () => {
  expect(await rush()).toBe(1)
})

test('without the lock and without the unique index a slot is given away more than once', async () => {
  await asAdmin('alter table consultation_bookings drop constraint one_booking_per_slot')
  expect(await rush()).toBeGreaterThan(1)
})

const rush = async () => {
  await aConsultation(town)
  const outcomes = await Promise.all(atOnce(families, () => booksAtTen(town)))
  return outcomes.filter(({ outcome }) => outcome === 'booked').length
}
