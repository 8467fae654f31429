import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeRound, takeBack } from '../../src/doorstep/index.ts'
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
  const links = outcomes.flatMap(asked => (asked.outcome === 'asked' ? [asked.link] : []))
  expect(links).toHaveLength(10)
  expect(await stock()).toEqual([0, 0])

  // Nor do those who take theirs back while others ask.
  const taken = links.map(link => takeBack(asLead(town), link))
  const asked = (await Promise.all(wishes.map(kits => asksFor(town, kits)))).filter(
    ({ outcome }) => outcome === 'asked',
  )
  expect(await Promise.all(taken)).toEqual(links.map(() => true))
  expect(await stock()).toEqual([10 - asked.length, 10 - asked.length])
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

test('who asks and who closes do not wait in a circle: whoever waits for a kit holds the round already', async () => {
  const { kitId } = await aDoorstep(town, { stock: 5 })
  await admin.query('begin')
  await admin.query('select from doorstep_kits for update')
  const asking = asksFor(town, { [kitId]: 1 })
  await vi.waitUntil(somebodyWaits, 5_000)
  const closes = admin.query('select from doorstep_rounds for update nowait')
  await expect(closes).rejects.toMatchObject({ code: '55P03' })
  await admin.query('rollback')
  expect((await asking).outcome).toBe('asked')
})

test('a tick while the round is closed counts wholly: in the sums and in the stock', async () => {
  const { kitId } = await aDoorstep(town, { stock: 5 })
  await asksFor(town, { [kitId]: 2 })
  const { rows } = await admin.query('select id from doorstep_rounds')
  await admin.query('begin')
  await admin.query("update doorstep_requests set outcome = 'hung-up'")
  const closing = closeRound(asLead(town), rows[0].id)
  await vi.waitUntil(somebodyWaits, 5_000)
  await admin.query('commit')
  await closing
  const { rows: sums } = await admin.query(
    'select hung_up, came_back, reached from doorstep_tallies, doorstep_rounds',
  )
  expect(sums).toEqual([{ hung_up: 2, came_back: 0, reached: 1 }])
  expect(await stock()).toEqual([3])
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

const somebodyWaits = async () =>
  (
    await admin.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    )
  ).rowCount !== 0
