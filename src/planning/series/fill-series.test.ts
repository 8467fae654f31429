import { randomUUIDv7 } from 'node:crypto'
import type { Insertable } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aRegistration } from '../../../tests/support/a-registration.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, type Town, type TownOffer, townNow } from '../../../tests/support/town.ts'
import type { DB } from '../../platform/database/schema.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { planningIn } from './calendar.ts'
import { extendSeries } from './extend-series.ts'
import { fillSeries, type OfferToFill } from './fill-series.ts'
import type { SeriesRule } from './series.ts'

const database = await databaseForThisFile()
let town: Town
beforeAll(async () => {
  town = await aTown(database)
})

describe('filling a series', () => {
  test('writes its dates, those that have passed too, and the places of the coming ones', async () => {
    const group = await aGroup({ firstOn: day('2026-11-10'), lastOn: day('2026-12-08') })
    expect(await fill(group)).toEqual({ added: 5, removed: 0 })
    expect(await datesOf(group)).toEqual([
      '2026-11-10',
      '2026-11-17',
      '2026-11-24',
      '2026-12-01',
      '2026-12-08',
    ])
    expect(await placesOf(group)).toEqual([
      ['2026-11-24', 'child', 10],
      ['2026-12-01', 'child', 10],
      ['2026-12-08', 'child', 10],
    ])
  })

  test('done again changes nothing', async () => {
    const group = await aGroup({ lastOn: day('2026-12-08') })
    await fill(group)
    expect(await fill(group)).toEqual({ added: 0, removed: 0 })
  })

  test('after a change drops only dates that nobody waits for', async () => {
    const group = await aGroup({ firstOn: day('2026-11-17'), lastOn: day('2026-12-15') })
    await fill(group)
    await register(group, '2026-12-01')
    await cancel(group, '2026-12-08')
    const onThursdays = { ...group, series: group.series.map(series => ({ ...series, weekday: 4 })) }
    expect(await fill(onThursdays)).toEqual({ added: 3, removed: 2 })
    expect(await datesOf(group)).toEqual([
      ...['2026-11-17', '2026-11-26', '2026-12-01', '2026-12-03', '2026-12-08', '2026-12-10'],
    ])
  })

  test('a cancelled date stays cancelled', async () => {
    const group = await aGroup({ lastOn: day('2026-12-08') })
    await fill(group)
    await cancel(group, '2026-12-01')
    expect(await fill(group)).toEqual({ added: 0, removed: 0 })
  })

  test('fewer places never take a confirmed one away', async () => {
    const group = await aGroup({ lastOn: day('2026-12-01') })
    await fill(group)
    await register(group, '2026-12-01')
    await fill({ ...group, places: 0 })
    expect(await placesOf(group)).toEqual([
      ['2026-11-24', 'child', 0],
      ['2026-12-01', 'child', 1],
    ])
  })

  test('a course has one intake for all its dates, with a limit for babies', async () => {
    const course = await aGroup({ units: 3 }, { registration: 'course', babyPlaces: 4 })
    await fill(course)
    expect(await placesOf(course)).toEqual([
      ['2026-11-24', 'baby', 4],
      ['2026-11-24', 'child', 10],
    ])
    const [intake] = await intakesOf(course)
    expect(intake?.sessionId).toBeNull()
    expect(intake?.lastOn.toString()).toBe('2026-12-08')
  })

  test('an offer that needs no registration any more closes what nobody has joined', async () => {
    const group = await aGroup({ lastOn: day('2026-12-08') })
    await fill(group)
    await register(group, '2026-12-01')
    await fill({ ...group, registration: 'none', counts: null, places: null })
    expect((await intakesOf(group)).map(intake => intake.ageOn.toString())).toEqual(['2026-12-01'])
  })
})

describe('keeping series without end filled', () => {
  test('adds the weeks that have come into view, and their places', async () => {
    const group = await aGroup({})
    await fill(group)
    const before = await datesOf(group)
    await extendSeries(town.contextOf({ kind: 'system' }, townNow.add({ hours: 24 * 21 })))
    expect(await datesOf(group)).toHaveLength(before.length + 3)
    expect(await placesOf(group)).toHaveLength(before.length + 3)
  })

  test('done again adds nothing', async () => {
    await fill(await aGroup({}))
    await extendSeries(town.contextOf({ kind: 'system' }, townNow))
    expect(await extendSeries(town.contextOf({ kind: 'system' }, townNow))).toBe(0)
  })

  test('never brings back a date that was taken out', async () => {
    const group = await aGroup({})
    await fill(group)
    const remaining = (await datesOf(group)).filter(date => date !== '2027-01-05')
    await inSystem(tx =>
      tx
        .deleteFrom('sessions')
        .where('offerId', '=', group.id)
        .where('heldOn', '=', day('2027-01-05'))
        .execute(),
    )
    await extendSeries(town.contextOf({ kind: 'system' }, townNow))
    expect(await datesOf(group)).toEqual(remaining)
  })

  test('lengthens an open course for those who have joined', async () => {
    const course = await aGroup({}, { registration: 'course' })
    await fill(course)
    await extendSeries(town.contextOf({ kind: 'system' }, townNow.add({ hours: 24 * 7 })))
    const [intake] = await intakesOf(course)
    expect(intake?.lastOn.toString()).toBe((await datesOf(course)).at(-1))
  })
})

const day = (text: string) => Temporal.PlainDate.from(text)
const inSystem: <Result>(work: Parameters<typeof inTransaction<Result>>[1]) => Promise<Result> = work =>
  inTransaction(town.contextOf({ kind: 'system' }), work)

/** Tuesdays at half past nine, ten places for children, one registration per date. */
const aGroup = async (rule: Partial<SeriesRule>, given: Partial<TownOffer> = {}): Promise<OfferToFill> => {
  const joining = {
    registration: 'session',
    counts: 'child',
    places: 10,
    babyPlaces: null,
    ...given,
  } as const
  const offer = await town.anOffer(joining)
  const series = {
    ...{ id: randomUUIDv7(), rule: 'weekly' as const, weekday: 2, nth: null },
    ...{ starts: Temporal.PlainTime.from('09:30'), ends: Temporal.PlainTime.from('11:00') },
    ...{ firstOn: day('2026-11-24'), lastOn: null, units: null },
    ...{ skipsSchoolHolidays: false, skipsPublicHolidays: false, exceptOn: [], dates: [] },
    ...rule,
  } as const
  const row: Insertable<DB['series']> = {
    ...series,
    exceptOn: [],
    dates: [],
    cityId: town.city.id,
    offerId: offer.id,
  }
  await inSystem(tx => tx.insertInto('series').values(row).execute())
  const window = { opensDaysBefore: null, closesHoursBefore: 0, closesOn: null }
  return { ...joining, ...window, id: offer.id, series: [series] } as OfferToFill
}

const fill = (offer: OfferToFill) =>
  inSystem(async tx => {
    const planning = await planningIn(tx, town.city.id, townNow)
    return fillSeries(tx, [offer], { ...planning, cityId: town.city.id, now: townNow })
  })

const datesOf = async (offer: OfferToFill) => {
  const sessions = await inSystem(tx =>
    tx.selectFrom('sessions').select('heldOn').where('offerId', '=', offer.id).orderBy('startsAt').execute(),
  )
  return sessions.map(session => session.heldOn.toString())
}

const intakesOf = (offer: OfferToFill) =>
  inSystem(tx =>
    tx.selectFrom('intakes').selectAll().where('offerId', '=', offer.id).orderBy('startsAt').execute(),
  )

const placesOf = async (offer: OfferToFill) => {
  const limits = await inSystem(tx =>
    tx
      .selectFrom('intakes')
      .innerJoin('intakeLimits', 'intakeId', 'id')
      .select(['ageOn', 'unit', 'places'])
      .where('offerId', '=', offer.id)
      .orderBy('startsAt')
      .orderBy('unit')
      .execute(),
  )
  return limits.map(limit => [limit.ageOn.toString(), limit.unit, limit.places])
}

const cancel = (offer: OfferToFill, heldOn: string) =>
  inSystem(tx =>
    tx
      .updateTable('sessions')
      .set({ state: 'cancelled', cancelReason: 'illness', cancelledAt: townNow })
      .where('offerId', '=', offer.id)
      .where('heldOn', '=', day(heldOn))
      .execute(),
  )

const register = (offer: OfferToFill, heldOn: string) => inSystem(tx => aRegistration(tx, offer.id, heldOn))
