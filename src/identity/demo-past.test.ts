import { beforeEach, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { makeAccount } from './accounts.ts'
import { makeDemoAccounts } from './demo-accounts.ts'
import { assertDemoStays } from './demo-past.ts'

const asDemo = { isDemo: true }
const forReal = { isDemo: false }

test('an empty database becomes what one likes', async () => {
  const { db } = await aFreshTown()
  await assertDemoStays(db, forReal)
  await assertDemoStays(db, asDemo)
})

test('a manager whom a visitor added to the demo receives no real families', async () => {
  const { db, identity, city, now } = await aFreshTown()
  await makeDemoAccounts(identity, city, now)
  await makeAccount(identity, { email: 'visitor@evil.example', name: 'Visitor', isDemo: false })
  await expect(assertDemoStays(db, forReal)).rejects.toThrow(/was a demo.*KIEZNETZ_DATA.*KIEZNETZ_DEMO=true/)
  await assertDemoStays(db, asDemo)
})

test('nobody opens the families of real people with a known password', async () => {
  const { db, identity } = await aFreshTown()
  await makeAccount(identity, { email: 'lead@awo.example', name: 'Lead', isDemo: false })
  await expect(assertDemoStays(db, asDemo)).rejects.toThrow(/People have accounts.*KIEZNETZ_DEMO=false/)
  await assertDemoStays(db, forReal)
})

const database = await databaseForThisFile()
const { city, contextOf } = await aTown(database)
beforeEach(async () => {
  const { db } = contextOf({ kind: 'system' })
  await db.deleteFrom('identity.accounts').execute()
})

async function aFreshTown() {
  const { identity, close } = webForTest(database)
  const { db, now } = contextOf({ kind: 'system' })
  return { db, identity, city, now, close }
}
