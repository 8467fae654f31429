import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { record } from './audit.ts'
import { chainEntries, verifyChain } from './audit-chain.ts'
import { inTransaction } from './database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const [awo, caritas] = [town.westend.providerId, town.dotzheim.providerId]

test('entries are linked in order, one chain per provider and one for the city', async () => {
  await append(awo, awo, caritas, null, awo)
  const heads = await chain()
  expect(Object.fromEntries(heads.map(head => [head.providerId ?? 'city', head.position]))).toEqual({
    [awo]: 3,
    [caritas]: 1,
    city: 1,
  })
  expect(await chain()).toEqual([])
  await append(awo)
  expect(await chain()).toMatchObject([{ providerId: awo, position: 4 }])
  expect((await verify()).faults).toEqual([])
})

test('the heads that are exported are those that a check finds', async () => {
  await append(awo, awo, caritas)
  const heads = await chain()
  expect(sorted((await verify()).heads)).toEqual(sorted(heads))
})

test.each([
  ['what was done', `update audit_entries set action = 'session.published'`],
  ['who did it', `update audit_entries set account_id = 'somebody-else'`],
  ['when', `update audit_entries set at = at - interval '1 day'`],
  ['how many', 'update audit_entries set amount = 0'],
])('changing %s afterwards is found', async (_, change) => {
  await append(awo, awo, awo)
  await chain()
  await admin.query(`${change} where id = (select id from audit_entries order by id offset 1 limit 1)`)
  expect((await verify()).faults).toMatchObject([{ position: 2, fault: 'changed' }])
})

test('taking an entry out of the middle is found', async () => {
  await append(awo, awo, awo)
  await chain()
  await admin.query(
    `with gone as (delete from audit_links where position = 2 returning entry_id) select from gone`,
  )
  await admin.query('delete from audit_entries where id not in (select entry_id from audit_links)')
  expect((await verify()).faults).toMatchObject([{ position: 3, fault: 'gap' }])
})

test('taking the last entry out is found by the exported head alone', async () => {
  await append(awo, awo)
  const [exported] = await chain()
  await admin.query('delete from audit_links where position = 2')
  await admin.query('delete from audit_entries where id not in (select entry_id from audit_links)')
  const { heads, faults } = await verify()
  expect(faults).toEqual([])
  expect(heads[0]?.hash).not.toBe(exported?.hash)
})

test('an entry that no chain ever held is found', async () => {
  await append(awo)
  await chain()
  await admin.query(`insert into audit_entries (city_id, id, provider_id, at, account_id, action)
    select city_id, '00000000-0001-7000-8000-000000000000', provider_id, at, account_id, action from audit_entries`)
  expect(await chain()).toEqual([])
  expect((await verify()).faults).toMatchObject([{ fault: 'unchained' }])
})

test('an entry whose transaction took longer still gets its link', async () => {
  await append(awo)
  let finish = () => {}
  const slow = inTransaction(system, async tx => {
    await record(tx, system, entry(awo))
    await new Promise<void>(resolve => {
      finish = resolve
    })
  })
  await append(awo)
  expect(await chain()).toMatchObject([{ position: 2 }])
  finish()
  await slow
  expect(await chain()).toMatchObject([{ position: 3 }])
  expect((await verify()).faults).toEqual([])
})

test('two turns at a time make one chain', async () => {
  await append(...Array.from({ length: 40 }, () => awo))
  await Promise.all([chain(), chain(), chain()])
  expect(await verify()).toMatchObject({ faults: [], heads: [{ position: 40 }] })
})

test('the application can neither change nor delete what was recorded', async () => {
  await append(awo)
  await chain()
  for (const statement of [
    'delete from audit_entries',
    'delete from audit_links',
    `update audit_entries set action = 'a.b'`,
  ])
    await expect(app.query(statement)).rejects.toThrow('permission denied')
})

test('long chains are read page by page', async () => {
  await admin.query(
    `insert into audit_entries (city_id, provider_id, at, account_id, action)
     select $1, $2, now(), 'lead', 'session.cancelled' from generate_series(1, 2500)`,
    [town.city.id, awo],
  )
  for (let turn = 0; turn < 3; turn++) await chain()
  expect(await verify()).toMatchObject({ faults: [], heads: [{ position: 2500 }] })
})

const system = town.contextOf({ kind: 'system' })
const admin = new pg.Client({ connectionString: database.admin })
const app = new pg.Client({ connectionString: database.app })
await Promise.all([admin.connect(), app.connect()])
afterAll(() => Promise.all([admin.end(), app.end()]))
beforeEach(() => admin.query('truncate audit_links, audit_entries'))

const entry = (providerId: string | null) => ({ action: 'household.deleted' as const, providerId, amount: 3 })

async function append(...providers: (string | null)[]) {
  for (const providerId of providers) await inTransaction(system, tx => record(tx, system, entry(providerId)))
}

const chain = () => inTransaction(system, tx => chainEntries(tx, town.city.id))
const verify = () => inTransaction(system, tx => verifyChain(tx, town.city.id))
const sorted = (heads: { hash: string }[]) => heads.toSorted((a, b) => a.hash.localeCompare(b.hash))
