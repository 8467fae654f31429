import { expect, test, vi } from 'vitest'
import { bring } from '../../src/registration/joint.ts'
import { atTheDesk } from '../support/families.ts'
import { aPicnic, familiesAt, thingsNamed } from '../support/joint.ts'
import { families, withoutProtection } from '../support/without-protection.ts'

// The control of things.test.ts: the same code with its lock taken out.
vi.mock('../../src/registration/store/intakes.ts', async importOriginal => {
  const store = await importOriginal<typeof import('../../src/registration/store/intakes.ts')>()
  return { ...store, lockIntake: store.findIntake }
})

vi.mock('../../src/joint-activities/store/things.ts', async importOriginal => {
  const store = await importOriginal<typeof import('../../src/joint-activities/store/things.ts')>()
  return {
    ...store,
    listThingsAt: async (...asked: Parameters<typeof store.listThingsAt>) => {
      const things = await store.listThingsAt(...asked)
      await everybodyHasRead()
      return things
    },
  }
})

const { town, asAdmin, everybodyHasRead, atOnce } = await withoutProtection()

test('without the lock the database still refuses what would be one too many', async () => {
  const { brought, refused } = await rush()
  expect(brought).toBe(1)
  expect(refused).toBe(families.length - 1)
})

test('without the lock and without the constraint the last salad is promised more than once', async () => {
  await asAdmin('alter table things_taken drop constraint each_number_once')
  const { brought } = await rush()
  expect(brought).toBeGreaterThan(1)
})

const rush = async () => {
  const { session, offer } = await aPicnic(town, { minimum: null, things: { Salat: 1 } })
  const salad = await thingsNamed(town, offer.id, 'Salat')
  const joined = await familiesAt(town, session, ...families)
  const answers = await Promise.allSettled(
    atOnce(joined, ({ registrationId }) => bring(atTheDesk(town), registrationId, salad)),
  )
  return {
    brought: answers.filter(one => one.status === 'fulfilled' && one.value.outcome === 'brings').length,
    refused: answers.filter(one => one.status === 'rejected').length,
  }
}
