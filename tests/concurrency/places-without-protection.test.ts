import { expect, test, vi } from 'vitest'
import { aFamily, asksToJoin } from '../support/families.ts'
import { families, withoutProtection } from '../support/without-protection.ts'

// The control of the rush in places.test.ts: the same code with its lock taken out.
vi.mock('../../src/registration/store/intakes.ts', async importOriginal => {
  const store = await importOriginal<typeof import('../../src/registration/store/intakes.ts')>()
  return { ...store, lockIntake: store.findIntake }
})

vi.mock('../../src/registration/store/registrations.ts', async importOriginal => {
  const store = await importOriginal<typeof import('../../src/registration/store/registrations.ts')>()
  return {
    ...store,
    readBeforeJoining: async (...asked: Parameters<typeof store.readBeforeJoining>) => {
      const before = await store.readBeforeJoining(...asked)
      await everybodyHasRead()
      return before
    },
  }
})

// A city is served by several processes, and what one process does together is not what keeps places safe: here
// everybody comes alone.
vi.mock('../../src/registration/serve-in-groups.ts', () => ({
  serveInGroups: (serve: (group: unknown[]) => Promise<unknown[]>) => async (_: string, family: unknown) =>
    (await serve([family]))[0],
}))

const { town, asAdmin, everybodyHasRead, atOnce } = await withoutProtection()

test('without the lock the database still refuses what would be one too many', async () => {
  const { confirmed, refused } = await rush()
  expect(confirmed).toBe(1)
  expect(refused).toBeGreaterThan(0)
})

test('without the lock and without the constraint the last place is given away more than once', async () => {
  await asAdmin('alter table intake_limits drop constraint never_overbooked')
  const { confirmed } = await rush()
  expect(confirmed).toBeGreaterThan(1)
})

const rush = async () => {
  const session = await town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'household', places: 1 }),
    on: '2026-12-07',
  })
  const outcomes = await Promise.allSettled(
    atOnce(families, name => asksToJoin(town, session, aFamily(name))),
  )
  return {
    confirmed: outcomes.filter(one => one.status === 'fulfilled' && one.value.outcome === 'confirmed').length,
    refused: outcomes.filter(one => one.status === 'rejected').length,
  }
}
