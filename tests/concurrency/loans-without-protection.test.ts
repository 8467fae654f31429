import { expect, test, vi } from 'vitest'
import { aThing, rushOfPromises } from '../support/lending.ts'
import { withoutProtection } from '../support/without-protection.ts'

// The control of the promises in lending.test.ts: the same code with the lock of the thing taken out.
vi.mock('../../src/lending/store/things.ts', async importOriginal => ({
  ...(await importOriginal<typeof import('../../src/lending/store/things.ts')>()),
  lockThing: async () => {},
}))
vi.mock('../../src/lending/store/loans.ts', async importOriginal => {
  const store = await importOriginal<typeof import('../../src/lending/store/loans.ts')>()
  const listTaken: typeof store.listTaken = async (...asked) => {
    const taken = await store.listTaken(...asked)
    await everybodyHasRead()
    return taken
  }
  return { ...store, listTaken }
})

const { town, asAdmin, everybodyHasRead, atOnce } = await withoutProtection()

test('without the lock the only piece is promised more than once', async () => {
  const thing = await aThing(town, { name: 'Einzeln' })
  expect(await rushOfPromises(town, { thing, asAdmin, atOnce })).toBeGreaterThan(1)
})
