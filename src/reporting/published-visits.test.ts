import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Measure } from './figures.ts'
import { type QuarterOfVisits, readPublishedVisits, together } from './published-visits.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(() => web.close())
const system = town.contextOf({ kind: 'system' })

beforeEach(() => inTransaction(system, tx => tx.deleteFrom('releasedCells').execute()))

test.each([
  ['nothing', [], undefined],
  ['one quarter', ['2026-07'], ['2026-07-01', '2026-09-30', 1]],
  ['quarters that follow each other', ['2026-07', '2026-04', '2026-01'], ['2026-01-01', '2026-09-30', 3]],
  [
    'a year, and no more',
    ['2026-07', '2026-04', '2026-01', '2025-10', '2025-07'],
    ['2025-10-01', '2026-09-30', 4],
  ],
  ['what comes before a gap is left out', ['2026-07', '2026-01', '2025-10'], ['2026-07-01', '2026-09-30', 1]],
] as const)('%s', (_, quarters, expected) => {
  const visits = together(quarters.map(aQuarter))
  expect(visits && [visits.from.toString(), visits.until.toString(), visits.adults / 10]).toEqual(expected)
})

test('visitors read the sums of the whole city, of quarters that are over', async () => {
  await released('2026-07-01', { adults: 30, 'children-1-to-2': 10, 'first-time': 6, 'sessions-held': 3 })
  await released('2026-07-01', { adults: 2, 'children-3-to-5': 5 }, town.dotzheim)
  await released('2026-10-01', { adults: 90, 'children-1-to-2': 90, 'first-time': 90 })
  expect(await asVisitor()).toMatchObject({ adults: 32, children: 15, firstTime: 6, sessionsHeld: 3 })
})

test.each(['adults', 'children-1-to-2', 'first-time'] as const)(
  'a quarter in which fewer than five are counted as %s stays inside, with all of its numbers',
  async measure => {
    const enough = { adults: 30, 'children-1-to-2': 10, 'first-time': 6 }
    await released('2026-07-01', { ...enough, [measure]: 4 })
    expect(await asVisitor()).toBeUndefined()
    await inTransaction(system, tx => tx.deleteFrom('releasedCells').execute())
    await released('2026-07-01', { ...enough, [measure]: 5 })
    expect(await asVisitor(), 'the control').toBeDefined()
  },
)

test('the owner of the views reads no running quarter: the policy stands behind the condition of the view', async () => {
  const real = Temporal.Now.plainDateISO()
  const running = real.with({ month: real.month - ((real.month - 1) % 3), day: 1 })
  await released('2026-01-01', { adults: 30 })
  await released(running.toString(), { adults: 30 })
  const owner = new pg.Client({ connectionString: database.owner })
  await owner.connect()
  const { rows } = await owner.query('select distinct quarter::text from released_cells')
  await owner.end()
  expect(rows).toEqual([{ quarter: '2026-01-01' }])
})

test('another city is told nothing of it', async () => {
  await released('2026-07-01', { adults: 30, 'children-1-to-2': 10, 'first-time': 6 })
  const other = await aTown(database, { slug: 'nachbarstadt' })
  expect(
    await readPublishedVisits({ ...other.contextOf({ kind: 'visitor' }), db: web.databases.public }),
  ).toBeUndefined()
})

const asVisitor = () =>
  readPublishedVisits({ ...town.contextOf({ kind: 'visitor' }), db: web.databases.public })

const aQuarter = (month: string): QuarterOfVisits => ({
  quarter: Temporal.PlainDate.from(`${month}-01`),
  ...{ adults: 10, children: 10, firstTime: 10, sessionsHeld: 2, sessionsUncounted: 0 },
})

/** Sums of a centre as the job releases them: of one format, with nought where nothing is said. */
const released = (
  quarter: string,
  sums: Partial<Record<Measure, number>>,
  { id: centreId, providerId } = town.westend,
) =>
  inTransaction(system, tx =>
    tx
      .insertInto('releasedCells')
      .values(
        Object.entries({ 'first-time': 0, 'sessions-held': 0, 'sessions-uncounted': 0, ...sums }).map(
          ([measure, value]) => ({
            ...{ cityId: town.city.id, centreId, providerId, format: 'drop-in', measure, value },
            ...{ quarter: Temporal.PlainDate.from(quarter), releasedAt: system.now },
          }),
        ),
      )
      .execute(),
  )
