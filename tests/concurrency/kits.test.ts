import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeRound } from '../../src/doorstep/index.ts'
import { aDoorstep, aKit, asksFor, asLead } from '../support/doorstep.ts'
import { databaseForThisFile } from '../support/server.ts'
import { aTown } from '../support/town.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => admin.end())
beforeEach(() => admin.query('truncate doorstep_kits, doorstep_rounds cascade'))

test('twenty families ask for the last kit at once: one gets it', async () => {
  const { kitId } = await aDoorstep(town, { stock: 1 })
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => asksFor(town, { [kitId]: 1 })))
  expect(outcomes.filter(({ outcome }) => outcome === 'asked')).toHaveLength(1)
  expect(outcomes.filter(({ outcome }) => outcome === 'gone')).toHaveLength(19)
  expect(await stock()).toEqual([0])
})

test('families that ask for two kinds, in whatever order, do not wait in a circle', async () => {
  const { kitId: one } = await aDoorstep(town, { stock: 10 })
  const other = await aKit(town, { stock: 10 })
  const wishes = Array.from({ length: 20 }, (_, turn) =>
    turn % 2 ? { [one]: 1, [other]: 1 } : { [other]: 1, [one]: 1 },
  )
  const outcomes = await Promise.all(wishes.map(kits => asksFor(town, kits)))
  expect(outcomes.filter(({ outcome }) => outcome === 'asked')).toHaveLength(10)
  expect(await stock()).toEqual([0, 0])
})

test('who asks while the round is closed is on it, or is refused: no address outlives a round', async () => {
  for (let turn = 0; turn < 10; turn++) {
    await admin.query('truncate doorstep_kits, doorstep_rounds cascade')
    const { kitId } = await aDoorstep(town, { stock: 10 })
    const { rows } = await admin.query('select id from doorstep_rounds')
    const families = Array.from({ length: 6 }, () => asksFor(town, { [kitId]: 1 }))
    const [outcomes] = await Promise.all([Promise.all(families), closeRound(asLead(town), rows[0].id)])
    expect(outcomes.every(({ outcome }) => outcome === 'asked' || outcome === 'no-round')).toBe(true)
    expect((await admin.query('select 1 from doorstep_requests')).rows).toEqual([])
    expect(await stock()).toEqual([10])
  }
})

test('the same form sent twice at the same moment is one request', async () => {
  const { kitId } = await aDoorstep(town, { stock: 5 })
  const form = { renderingKey: 'one-form-only-1234' }
  const [first, again] = await Promise.all([
    asksFor(town, { [kitId]: 1 }, form),
    asksFor(town, { [kitId]: 1 }, form),
  ])
  expect(first).toEqual(again)
  expect(first.outcome).toBe('asked')
  expect(await stock()).toEqual([4])
})

const stock = async () =>
  (await admin.query('select stock from doorstep_kits order by id')).rows.map(kit => kit.stock)
