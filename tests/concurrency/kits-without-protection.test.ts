import { beforeEach, expect, test, vi } from 'vitest'
import { aDoorstep, asksFor } from '../support/doorstep.ts'
import { families, withoutProtection } from '../support/without-protection.ts'

// The control of the rush in kits.test.ts: the same code with its lock taken out.
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

const { town, asAdmin, everybodyHasRead, atOnce } = await withoutProtection()
beforeEach(() => asAdmin('truncate doorstep_kits, doorstep_rounds cascade'))

test('without the lock the database still refuses all but one', async () => {
  expect(await rush()).toBe(1)
  expect(await stock()).toBe(0)
})

test('without the lock and without the check the last kit is promised more than once', async () => {
  await asAdmin('alter table doorstep_kits drop constraint stock_never_below_zero')
  expect(await rush()).toBeGreaterThan(1)
  expect(await stock()).toBeLessThan(0)
})

const rush = async () => {
  const { kitId } = await aDoorstep(town, { stock: 1 })
  const outcomes = await Promise.all(atOnce(families, () => asksFor(town, { [kitId]: 1 })))
  return outcomes.filter(({ outcome }) => outcome === 'asked').length
}

const stock = async () => (await asAdmin('select stock from doorstep_kits')).rows[0].stock
