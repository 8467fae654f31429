import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRoom, leadContext, takes } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { privacyJobs } from '../privacy/index.ts'
import { cancelBooking } from './cancel-booking.ts'
import { moveBooking, prolongSeries } from './move-booking.ts'
import { readBooking } from './read-rooms.ts'
import { endEarly, releaseUnused, sayInUse } from './use-room.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => admin.end())

describe('a room is never given twice', () => {
  test('R01: what ends at twelve and what begins at twelve do not meet', async () => {
    const room = await aRoom(town)
    expect((await takes(town, room, { from: '09:00', until: '12:00' })).outcome).toBe('booked')
    expect((await takes(town, room, { from: '12:00', until: '15:00' })).outcome).toBe('booked')
    expect((await takes(town, room, { from: '11:59', until: '12:01' })).outcome).toBe('taken')
  })

  test('R04: what was given back stands in nobody’s way', async () => {
    const room = await aRoom(town)
    await cancelBooking(leadContext(town), await booked(takes(town, room)), 'this')
    expect((await takes(town, room)).outcome).toBe('booked')
  })

  test('R20: of two confirmations at the same moment the database refuses one; without its constraint both stand', async () => {
    const room = await aRoom(town)
    const [one, other] = await Promise.all([takes(town, room), takes(town, room)])
    expect([one.outcome, other.outcome].sort()).toEqual(['booked', 'taken'])

    // Past the lock and the look at what is there, as a second program might write.
    const raced = await Promise.allSettled([1, 2].map(() => writeUnasked(room, '2026-12-02')))
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(raced.find(each => each.status === 'rejected')).toMatchObject({
      reason: { code: '23P01', constraint: 'no_double_booking' },
    })

    await admin.query('alter table room_occupations drop constraint no_double_booking')
    await writeUnasked(room, '2026-12-02')
    expect(await takenTimes(room, '2026-12-02')).toBe(2)
    await admin.query(`delete from room_bookings where title = 'unasked'`)
    await admin.query(`alter table room_occupations add constraint no_double_booking
      exclude using gist (city_id with =, room_id with =, during with &&)`)
  })

  test('R22: the whole hall keeps both halves busy, and each half the hall', async () => {
    const hall = await aRoom(town, { name: 'Halle' })
    const a = await aRoom(town, { name: 'Halle A', partOf: hall })
    const b = await aRoom(town, { name: 'Halle B', partOf: hall })
    const whole = await booked(takes(town, hall, { on: '2026-12-01' }))
    expect((await takes(town, a, { on: '2026-12-01' })).outcome).toBe('taken')
    expect((await takes(town, b, { on: '2026-12-01' })).outcome).toBe('taken')
    await cancelBooking(leadContext(town), whole, 'this')

    expect((await takes(town, a, { on: '2026-12-01' })).outcome).toBe('booked')
    expect((await takes(town, b, { on: '2026-12-01' })).outcome).toBe('booked')
    expect((await takes(town, hall, { on: '2026-12-01' })).outcome).toBe('taken')
  })

  test('a half that is added later is busy where the hall is taken already', async () => {
    const hall = await aRoom(town, { name: 'Aula' })
    await takes(town, hall)
    const part = await aRoom(town, { name: 'Aula links', partOf: hall })
    expect((await takes(town, part)).outcome).toBe('taken')
  })

  test('setting up and clearing away are taken, too', async () => {
    const room = await aRoom(town)
    await takes(town, room, { from: '10:00', until: '11:00', minutesBefore: 30, minutesAfter: 30 })
    expect((await takes(town, room, { from: '09:00', until: '10:00' })).outcome).toBe('taken')
    expect((await takes(town, room, { from: '11:30', until: '12:00' })).outcome).toBe('booked')
  })
})

describe('bookings that repeat', () => {
  const tenDays = { rhythm: 'daily', lastOn: Temporal.PlainDate.from('2026-12-10') } as const

  test('the dates that are taken are listed with what is there, and what could be had instead', async () => {
    const [room, other] = [await aRoom(town, { name: 'Blau' }), await aRoom(town, { name: 'Grün' })]
    await takes(town, room, { on: '2026-12-03', title: 'Chor' })
    await takes(town, room, { on: '2026-12-07', title: 'Fest' })
    const outcome = await takes(town, room, tenDays)
    expect(outcome).toMatchObject({ outcome: 'taken', dates: 10 })
    if (outcome.outcome !== 'taken') throw new Error('It was booked.')
    expect(outcome.conflicts.map(({ date, taken }) => [`${date.day}`, taken[0]?.title])).toEqual([
      ['2026-12-03', 'Chor'],
      ['2026-12-07', 'Fest'],
    ])
    expect(outcome.alternatives.rooms.map(({ id }) => id)).toContain(other)
    expect(outcome.alternatives.shifts[0]).toBe(180)
  })

  test('R07: with "skip conflicts" eight are taken, and two stand there left out with the reason', async () => {
    const room = await aRoom(town)
    await takes(town, room, { on: '2026-12-03' })
    await takes(town, room, { on: '2026-12-07' })
    const outcome = await takes(town, room, { ...tenDays, skipsConflicts: true })
    expect(outcome).toMatchObject({ outcome: 'booked', booked: 8, skipped: 2 })
    const { dates } = await readBooking(leadContext(town), await booked(outcome))
    expect(dates.filter(({ state }) => state === 'skipped').map(({ skippedFor }) => skippedFor)).toEqual([
      'taken',
      'taken',
    ])
  })

  test('R05: what is moved does not stand in its own way', async () => {
    const room = await aRoom(town)
    const id = await booked(takes(town, room, tenDays))
    const moved = await moves(id, room, { from: '10:00', until: '13:00', scope: 'all' })
    expect(moved).toEqual({ outcome: 'moved', dates: 10 })
    // What is taken by somebody else still does.
    await takes(town, room, { on: '2026-12-04', from: '14:00', until: '15:00' })
    expect(await moves(id, room, { from: '13:00', until: '16:00', scope: 'all' })).toMatchObject({
      outcome: 'taken',
      conflicts: [{ date: { day: Temporal.PlainDate.from('2026-12-04') } }],
    })
  })

  test('R14: a running series is split by a new time, and not by a later end', async () => {
    const room = await aRoom(town)
    const id = await booked(takes(town, room, tenDays))
    const later = Temporal.Instant.from('2026-12-04T06:00:00Z')
    expect(await moves(id, room, { from: '14:00', until: '16:00', scope: 'all' }, later)).toMatchObject({
      dates: 7,
    })
    const { dates: past } = await readBooking(leadContext(town), id)
    expect(past.map(({ startsAt }) => startsAt.toString().slice(0, 16))).toEqual([
      '2026-12-01T08:00',
      '2026-12-02T08:00',
      '2026-12-03T08:00',
    ])

    const other = await aRoom(town)
    const whole = await booked(takes(town, other, tenDays))
    const lastOn = Temporal.PlainDate.from('2026-12-12')
    expect(await prolongSeries(leadContext(town, later), whole, lastOn)).toMatchObject({ dates: 2 })
    expect((await readBooking(leadContext(town), whole)).dates).toHaveLength(12)
  })

  test('R16: giving back reaches this date, those from here on, or all', async () => {
    const room = await aRoom(town)
    const outcome = await takes(town, room, tenDays)
    const ids = outcome.outcome === 'booked' ? outcome.bookingIds : []
    const [first = '', second = '', , fourth = ''] = ids
    const context = leadContext(town)
    expect(await cancelBooking(context, second, 'this')).toEqual({ outcome: 'cancelled', dates: 1 })
    expect(await cancelBooking(context, fourth, 'following')).toEqual({ outcome: 'cancelled', dates: 7 })
    expect(await cancelBooking(context, first, 'all')).toEqual({ outcome: 'cancelled', dates: 2 })
    expect(await takenTimes(room, '2026-12-01')).toBe(0)
  })
})

describe('a room in use', () => {
  const ten = Temporal.Instant.from('2026-12-01T09:00:00Z')

  test('R17: ended early, the rest of the time is free at once', async () => {
    const room = await aRoom(town)
    const id = await booked(takes(town, room, { minutesAfter: 30 }))
    expect(await endEarly(leadContext(town), id)).toEqual({ outcome: 'not-now' })
    expect(await endEarly(leadContext(town, ten), id)).toEqual({ outcome: 'ended' })
    expect((await takes(town, room, { from: '10:00', until: '12:00' }, ten)).outcome).toBe('booked')
  })

  test('R19: released so many minutes after its beginning when nobody came, where the room says so', async () => {
    const strict = await aRoom(town, { releaseAfter: 20 })
    const patient = await aRoom(town)
    const weekly = { rhythm: 'weekly', lastOn: Temporal.PlainDate.from('2026-12-15') } as const
    await takes(town, strict, weekly)
    const kept = await booked(takes(town, strict, { on: '2026-12-02' }))
    await takes(town, patient, weekly)
    const system = (now: string) => town.contextOf({ kind: 'system' }, Temporal.Instant.from(now))
    expect(await releaseUnused(system('2026-12-01T08:19:00Z'))).toBe(0)
    expect(await releaseUnused(system('2026-12-01T08:20:00Z'))).toBe(1)
    expect(await takenTimes(strict, '2026-12-01')).toBe(0)
    // The other weeks stay, and so does the room that releases nothing.
    expect(await takenTimes(strict, '2026-12-08')).toBe(1)
    expect(await takenTimes(patient, '2026-12-01')).toBe(1)

    await sayInUse(leadContext(town, Temporal.Instant.from('2026-12-02T08:05:00Z')), kept)
    expect(await releaseUnused(system('2026-12-02T08:30:00Z'))).toBe(0)
  })
})

test('what the team wrote about a room is forgotten a year after its day, and the series with it', async () => {
  const room = await aRoom(town)
  await takes(town, room, {
    title: 'residue-room',
    rhythm: 'weekly',
    lastOn: Temporal.PlainDate.from('2026-12-08'),
  })
  const after = async (days: number) => {
    const context = town.contextOf({ kind: 'system' }, townNow.add({ hours: days * 24 }))
    for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
    const { rows } = await admin.query(`select json_agg(b)::text as words from room_bookings b
      union all select json_agg(a)::text from audit_entries a`)
    return JSON.stringify(rows)
  }
  expect(await after(370)).toContain('residue-room')
  const later = await after(390)
  expect(later).not.toContain('residue-room')
  expect(later).toContain('room-booking.deleted')
  expect((await admin.query('select count(*)::int as n from room_series')).rows[0].n).toBe(0)
})

const moves = (
  id: string,
  roomId: string,
  { from, until, scope }: { from: string; until: string; scope: 'this' | 'all' },
  now = townNow,
) =>
  moveBooking(leadContext(town, now), id, {
    ...{ roomId, scope, minutesBefore: 0, minutesAfter: 0 },
    ...{ starts: Temporal.PlainTime.from(from), ends: Temporal.PlainTime.from(until) },
  })

/** The first booking of what must have been booked. */
const booked = async (booking: ReturnType<typeof takes> | Awaited<ReturnType<typeof takes>>) => {
  const outcome = await booking
  if (outcome.outcome !== 'booked') throw new Error(`It is ${outcome.outcome}.`)
  return outcome.bookingIds[0] ?? ''
}

const writeUnasked = (room: string, day: string) => {
  const { westend, city } = town
  return inTransaction(leadContext(town), async tx => {
    await sql`insert into room_bookings (city_id, provider_id, centre_id, room_id, kind, title, starts_at, ends_at,
        delete_on)
      values (${city.id}, ${westend.providerId}, ${westend.id}, ${room}, 'own', 'unasked',
        ${`${day}T09:00:00Z`}::timestamptz, ${`${day}T10:00:00Z`}::timestamptz, '2027-12-02')`.execute(tx)
    // Both have looked before either has written.
    await sql`select pg_sleep(0.1)`.execute(tx)
  })
}

const takenTimes = async (room: string, day: string) => {
  const { rows } = await admin.query(
    `select count(*)::int as n from room_occupations where room_id = $1 and lower(during)::date = $2`,
    [room, day],
  )
  return rows[0].n
}
