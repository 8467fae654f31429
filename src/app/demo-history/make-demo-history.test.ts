import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { townNow } from '../../../tests/support/town.ts'
import { sessionsToday } from '../../attendance/index.ts'
import { importCityPack } from '../../city-pack/index.ts'
import { kitsHungUp } from '../../doorstep/index.ts'
import { type Actor, type Context, contextFor, listCities } from '../../identity/index.ts'
import { connect } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { makeDemoHistory } from './make-demo-history.ts'
import { findShowcase } from './store.ts'

const database = await databaseForThisFile()
const db = connect(database.app)
afterAll(() => db.destroy())

let context: Context
const numbers = () =>
  inTransaction(context, async tx => {
    const count = async (table: 'headCounts' | 'registrations' | 'releasedCells') =>
      (await tx.selectFrom(table).select('cityId').execute()).length
    return {
      counts: await count('headCounts'),
      registrations: await count('registrations'),
      released: await count('releasedCells'),
    }
  })

beforeAll(async () => {
  await importCityPack({ db, folder: 'cities/wiesbaden', now: townNow })
  const [city] = await listCities(db)
  if (!city) throw new Error('The pack brought no city.')
  context = contextFor({ city, actor: { kind: 'system' }, db, now: townNow, language: 'de' })
  await makeDemoHistory(context)
})

test('a freshly imported city gets a past that was counted, and families with and without a place', async () => {
  const { counts, registrations, released } = await numbers()
  expect(counts).toBeGreaterThan(1000)
  expect(registrations).toBeGreaterThan(60)
  expect(released).toBeGreaterThan(500)
  const states = await inTransaction(context, tx =>
    tx.selectFrom('registrations').select('state').distinct().execute(),
  )
  expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['confirmed', 'waiting']))
})

test('a family comes to two things and misses a day, one group is closed, and questions are answered', async () => {
  const [pages, excused, closed, answers, notices, wanting] = await inTransaction(context, tx =>
    Promise.all([
      tx.selectFrom('households').select('pageId').where('called', '=', 'Sahin').execute(),
      tx.selectFrom('excusedDates').select('sessionId').execute(),
      tx.selectFrom('offers').select('slug').where('isClosedGroup', '=', true).execute(),
      tx.selectFrom('offerAnswers').select('words').distinct().execute(),
      tx.selectFrom('groupNotices').select('words').execute(),
      tx.selectFrom('messageConsents').select('called').execute(),
    ]),
  )
  expect(pages).toHaveLength(2)
  expect(new Set(pages.map(({ pageId }) => pageId)).size).toBe(1)
  expect(excused.length).toBeGreaterThan(0)
  expect(closed).toHaveLength(1)
  expect(answers.length).toBeGreaterThan(2)
  expect([notices.length, wanting.length]).toEqual([1, 3])
})

test('made again, it changes nothing', async () => {
  const before = await numbers()
  await makeDemoHistory(context)
  expect(await numbers()).toEqual(before)
})

test('three centres have brought kits while doors were closed, as examples, and go again soon', async () => {
  const { total, years } = await kitsHungUp(context)
  expect(years.map(({ year, hasExamples }) => [year, hasExamples])).toEqual([
    [2020, true],
    [2021, true],
  ])
  expect(total).toBe(48)
  const open = await inTransaction(context, tx =>
    tx
      .selectFrom('doorstepRequests')
      .innerJoin('doorstepRounds as r', 'r.id', 'doorstepRequests.roundId')
      .select(['r.centreId', 'r.heldOn'])
      .select(({ fn }) => fn.countAll<number>().as('households'))
      .groupBy(['r.centreId', 'r.heldOn'])
      .execute(),
  )
  expect(open.map(({ heldOn, households }) => [heldOn.toString(), Number(households)])).toEqual([
    ['2026-11-26', 5],
    ['2026-11-26', 5],
    ['2026-11-26', 5],
  ])
})

test('the lead of the demo finds a session to count today, and one that does not take place', async () => {
  const showcase = await inTransaction(context, tx => findShowcase(tx, context.city.id))
  if (!showcase) throw new Error('There is no centre.')
  const lead: Actor = {
    ...{ kind: 'staff', accountId: 'lead', name: 'Leitung', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  const today = await sessionsToday(contextFor({ ...context, actor: lead }))
  expect(today.map(({ cancelReason }) => cancelReason)).toEqual([null, 'illness'])
})

test('the programme has changed since it was planned, and one offer is to be checked', async () => {
  const found = await inTransaction(context, async tx => ({
    moved: await tx.selectFrom('sessions').select('heldOn').where('movedFrom', 'is not', null).execute(),
    closings: await tx.selectFrom('closingDays').select('reason').orderBy('reason').execute(),
    unchecked: await tx
      .selectFrom('offers')
      .select('state')
      .where('checkedOn', '<', Temporal.PlainDate.from('2026-09-01'))
      .execute(),
    alone: await tx.selectFrom('offers').select('state').where('isWithoutParents', '=', true).execute(),
  }))
  expect(found.moved.length).toBeGreaterThan(0)
  expect(found.closings).toEqual([{ reason: 'team-day' }, { reason: 'training' }])
  expect(found.unchecked).toEqual([{ state: 'published' }])
  expect(found.alone).toEqual([{ state: 'published' }])
})
