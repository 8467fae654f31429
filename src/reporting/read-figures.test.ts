import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { countHeads, nobody, withdrawCount } from '../attendance/index.ts'
import type { Actor, Membership } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotAllowed } from '../platform/refusals.ts'
import { addUp } from './figures.ts'
import { readFigures } from './read-figures.ts'
import { releaseFigures } from './release-figures.ts'
import { sumSessions } from './store/session-figures.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = leadOf(town.westend)
const choice = { period: { year: 2026, quarter: 4 as const }, format: null }

beforeAll(async () => {
  const playgroup = await town.anOffer()
  const course = await town.anOffer({ format: 'course' })
  await counted(await town.aSession({ offer: playgroup, on: '2026-10-05' }), { adults: 9, children1To2: 6 })
  await counted(await town.aSession({ offer: playgroup, on: '2026-11-09' }), { adults: 5 })
  await counted(await town.aSession({ offer: course, on: '2026-11-10', until: null }), { adults: 4 })
  await counted(await town.aSession({ offer: playgroup, on: '2026-09-30' }), { adults: 100 })
  await town.aSession({ offer: playgroup, on: '2026-11-16' })
  await town.aSession({ offer: playgroup, on: '2026-11-17', cancelled: 'illness' })
  await town.aSession({ offer: playgroup, on: '2026-11-24' })
  const takenBack = await town.aSession({ offer: playgroup, on: '2026-11-18' })
  await counted(takenBack, { adults: 50 })
  await withdrawCount(town.contextOf(lead), { sessionId: takenBack.id, seenVersion: 1, renderingKey: 'w' })
  const next = await town.anOffer({ centre: town.dotzheim })
  await counted(await town.aSession({ offer: next, on: '2026-11-02' }), { adults: 7 }, leadOf(town.dotzheim))
})

test('the lead reads her centre: what was held, what is uncounted, and what the counts add up to', async () => {
  const { cells, isReleased } = await readFigures(town.contextOf(lead), choice)
  expect(isReleased).toBe(false)
  expect(new Set(cells.map(({ centreId }) => centreId))).toEqual(new Set([town.westend.id]))
  expect(addUp(cells)).toMatchObject({
    ...{ 'sessions-held': 5, 'sessions-cancelled': 1, 'sessions-uncounted': 2, 'sessions-without-end': 1 },
    ...{ adults: 18, 'children-1-to-2': 6, minutes: 4 * 90 },
  })
})

test('a format leaves the others out', async () => {
  const { cells } = await readFigures(town.contextOf(lead), { ...choice, format: 'course' })
  expect(addUp(cells)).toMatchObject({ 'sessions-held': 1, adults: 4 })
})

test('what was counted is summed by kind, each for its own unit; the city office reads none of it', async () => {
  const advice = await town.anOffer({ centre: town.dotzheim, kind: 'counselling', format: 'consultation' })
  const heads = { adults: 3, children1To2: 1 }
  await counted(await town.aSession({ offer: advice, on: '2025-11-03' }), heads, leadOf(town.dotzheim))
  const before = { period: { year: 2025, quarter: 4 as const }, format: null }
  const { kinds } = await readFigures(town.contextOf(leadOf(town.dotzheim)), before)
  expect(kinds).toEqual([{ kind: 'counselling', sessions: 1, adults: 3, children: 1 }])
  expect((await readFigures(town.contextOf(lead), before)).kinds).toEqual([])
  const office = as({ role: 'city-office', providerId: null, centreId: null })
  expect((await readFigures(office, before)).kinds).toEqual([])
})

test('a provider reads its own centres, and no other one', async () => {
  const { providerId } = town.dotzheim
  const { cells } = await readFigures(as({ role: 'provider-manager', providerId, centreId: null }), choice)
  expect(addUp(cells)).toMatchObject({ 'sessions-held': 1, adults: 7 })
})

test('the city office reads nothing that was not released, and then the sums of all centres', async () => {
  const office = as({ role: 'city-office', providerId: null, centreId: null })
  expect((await readFigures(office, choice)).cells).toEqual([])
  await releaseFigures(town.contextOf({ kind: 'system' }))
  const { cells, isReleased } = await readFigures(office, choice)
  expect(isReleased).toBe(true)
  expect(addUp(cells)).toMatchObject({ 'sessions-held': 6, adults: 25 })
  expect(new Set(cells.map(({ centreId }) => centreId))).toEqual(new Set([town.westend.id, town.dotzheim.id]))
})

test('the release changes only what has changed, and once more nothing at all', async () => {
  const system = town.contextOf({ kind: 'system' })
  await releaseFigures(system)
  expect(await releaseFigures(system)).toBe(0)
  const session = await town.aSession({ offer: await town.anOffer({ format: 'event' }), on: '2026-10-20' })
  expect(await releaseFigures(system)).toBe(12)
  await counted(session, { adults: 3 })
  expect(await releaseFigures(system)).toBe(2)
})

test.each(['administrator', 'course-leader'] as const)('a %s reads no figures', async role => {
  const { id: centreId, providerId } = town.westend
  const membership: Membership =
    role === 'administrator' ? { role, providerId: null, centreId: null } : { role, providerId, centreId }
  await expect(readFigures(as(membership), choice)).rejects.toThrow(NotAllowed)
})

test('even without the use case, the database gives live sums to those alone who hold the sessions', async () => {
  const seenBy = (context: ReturnType<typeof as>) => inTransaction(context, tx => sumSessions(tx, context))
  expect(await seenBy(as({ role: 'city-office', providerId: null, centreId: null }))).toEqual([])
  expect(await seenBy(as({ role: 'administrator', providerId: null, centreId: null }))).toEqual([])
  expect((await seenBy(town.contextOf(lead))).length).toBeGreaterThan(0)
})

test('the sums of another city stay there', async () => {
  const other = await aTown(database, { slug: 'nachbarstadt' })
  const strangers = other.contextOf({ kind: 'system' })
  expect(await inTransaction(strangers, tx => sumSessions(tx, strangers))).toEqual([])
})

test('the role figures can read sums and no name: so says the catalogue', async () => {
  const admin = new pg.Client({ connectionString: database.admin })
  await admin.connect()
  const readable = async () => {
    const { rows } = await admin.query<{ table: string; columns: string[] }>(`
      select c.oid::regclass::text as table, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|figures$)'
        and has_column_privilege('kieznetz_figures', c.oid, a.attnum, 'select')
      group by c.oid order by 1`)
    return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))
  }
  const inNormalLife = await readable()
  expect(Object.keys(inNormalLife)).toEqual([
    ...['head_counts', 'offers', 'post_assignments', 'posts', 'sessions'],
  ])
  expect(Object.values(inNormalLife).flat().join()).not.toMatch(
    /name|called|email|phone|counted_by|note|leader/,
  )

  // The control: one careless grant, and this test sees it.
  await admin.query('begin; grant select (called) on households to kieznetz_figures')
  expect(await readable()).toMatchObject({ households: ['called'] })
  await admin.query('rollback')
  await admin.end()
})

test('the view of the sums belongs to the role figures, so its policies hold inside it', async () => {
  const { rows } = await sql<{ owner: string; options: string[] }>`
    select relowner::regrole::text as owner, reloptions as options from pg_class
    where oid = 'figures.session_figures'::regclass`.execute(town.db)
  expect(rows).toEqual([{ owner: 'kieznetz_figures', options: ['security_barrier=true'] }])
})

let keys = 0
const counted = async (session: { id: string }, heads: Partial<typeof nobody>, actor: Actor = lead) => {
  const counting = { sessionId: session.id, heads: { ...nobody, ...heads }, seenVersion: 0 }
  expect(await countHeads(town.contextOf(actor), { ...counting, renderingKey: `k${++keys}` })).toMatchObject({
    outcome: 'counted',
  })
}

const as = (membership: Membership) =>
  town.contextOf(
    {
      ...{ kind: 'staff', accountId: membership.role, name: membership.role, memberships: [membership] },
      ...{ ledOffers: [], supportedCentres: [] },
    },
    townNow,
  )
