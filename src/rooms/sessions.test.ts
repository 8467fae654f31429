import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aPlan } from '../../tests/support/offer-answers.ts'
import { planningAt } from '../../tests/support/planned-offers.ts'
import { aRoom, leadContext, roomFacts, takes } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { cancelSession } from '../planning/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { cancelBooking } from './cancel-booking.ts'
import { changeRoom } from './keep-room.ts'
import { moveBooking } from './move-booking.ts'
import { countUnseated, roomPlan } from './read-rooms.ts'
import { endEarly } from './use-room.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([lead.close(), admin.end()]))

describe('a date and its room', () => {
  test('stay together: planned, moved, cancelled, reinstated, held elsewhere, taken out', async () => {
    const room = await aRoom(town, { name: 'Spielraum', minutesAfter: 15 })
    const offer = await town.anOffer({ place: 'spielraum' })
    const { id } = await town.aSession({ offer, on: '2026-12-01', at: '09:30', until: '11:00' })
    expect(await timesIn(room)).toEqual(['2026-12-01 09:30–11:15'])

    // Whoever moves a date, by whatever page or program, moves its room.
    await admin.query(
      `update sessions set held_on = held_on + 1, starts_at = starts_at + interval '1 day',
      ends_at = ends_at + interval '1 day' where id = $1`,
      [id],
    )
    expect(await timesIn(room)).toEqual(['2026-12-02 09:30–11:15'])
    await cancelSession(leadContext(town), { sessionId: id, reason: 'illness', note: '' })
    expect(await timesIn(room)).toEqual([])
    await admin.query(
      `update sessions set state = 'planned', cancel_reason = null, cancelled_at = null where id = $1`,
      [id],
    )
    expect(await timesIn(room)).toEqual(['2026-12-02 09:30–11:15'])
    await admin.query(`update sessions set own_place = 'Hof' where id = $1`, [id])
    expect(await timesIn(room)).toEqual([])
    await admin.query('update sessions set own_place = null where id = $1', [id])
    await admin.query('delete from sessions where id = $1', [id])
    expect(await timesIn(room)).toEqual([])
  })

  test('a date takes the room of its own, and the room that gets its name finds its dates', async () => {
    const offer = await town.anOffer({ place: 'Atelier' })
    const { id } = await town.aSession({ offer, on: '2026-12-01' })
    const room = await aRoom(town, { name: 'Atelier' })
    expect(await timesIn(room)).toHaveLength(1)
    const other = await aRoom(town, { name: 'Keller' })
    await admin.query(`update sessions set own_place = 'Keller' where id = $1`, [id])
    expect(await timesIn(room)).toEqual([])
    expect(await timesIn(other)).toHaveLength(1)
    await changeRoom(leadContext(town), other, roomFacts({ name: 'Gewölbe' }))
    expect(await timesIn(other)).toHaveLength(1)
  })

  test('two dates that change places at once take each other’s old times', async () => {
    const room = await aRoom(town, { name: 'Musikraum' })
    const [early, late] = [
      await town.anOffer({ place: 'Musikraum' }),
      await town.anOffer({ place: 'Musikraum', title: 'Trommeln' }),
    ]
    await town.aSession({ offer: early, on: '2026-12-01', at: '09:00', until: '10:00' })
    await town.aSession({ offer: late, on: '2026-12-01', at: '10:00', until: '11:00' })
    await admin.query(
      `update sessions set starts_at = starts_at + d, ends_at = ends_at + d
        from (values ($1::uuid, interval '1 hour'), ($2::uuid, interval '-1 hour')) as v (id, d) where offer_id = v.id`,
      [early.id, late.id],
    )
    expect(await timesIn(room)).toEqual(['2026-12-01 09:00–10:00', '2026-12-01 10:00–11:00'])
    expect(await countUnseated(leadContext(town))).toBe(0)
  })

  test('a date whose room is taken stays without one, waits on the start page, and has it when it is free', async () => {
    const room = await aRoom(town, { name: 'Turnraum' })
    const outcome = await takes(town, room, { on: '2026-12-03', from: '09:00', until: '12:00' })
    const offer = await town.anOffer({ place: 'Turnraum' })
    await town.aSession({ offer, on: '2026-12-03' })
    expect(await timesIn(room)).toEqual(['2026-12-03 09:00–12:00'])
    expect(await countUnseated(leadContext(town))).toBe(1)
    expect(await (await lead.get('/de/staff')).text()).toContain('Termin hat keinen Raum')
    expect(await (await lead.get('/de/staff/rooms')).text()).toContain('1 Termin hat keinen Raum')

    await cancelBooking(
      leadContext(town),
      outcome.outcome === 'booked' ? (outcome.bookingIds[0] ?? '') : '',
      'this',
    )
    expect(await timesIn(room)).toEqual(['2026-12-03 09:30–11:00'])
    expect(await countUnseated(leadContext(town))).toBe(0)
  })
})

test.each<[string, (ids: Ids) => Promise<unknown>]>([
  ['that ends early', ({ booking }) => endEarly(leadContext(town, during), booking)],
  [
    'that moves away',
    ({ booking, room }) =>
      moveBooking(leadContext(town), booking, {
        ...{ roomId: room, starts: time('14:00'), ends: time('16:00'), scope: 'this' },
        ...{ minutesBefore: 0, minutesAfter: 0 },
      }),
  ],
  ['of a date that is cancelled', ({ sessionId }) => cancelDate(sessionId)],
  ['of a date that is taken out', ({ sessionId }) => takeOut(sessionId)],
])('a booking %s makes room for a date that was left without', async (name, frees) => {
  const room = await aRoom(town, { name })
  const other = await town.anOffer({ place: name, title: `Vorher ${name}` })
  const sessionId = name.startsWith('of a date')
    ? (await town.aSession({ offer: other, on: '2026-12-10', at: '09:00', until: '12:00' })).id
    : ''
  if (!sessionId) await takes(town, room, { on: '2026-12-10', from: '08:00', until: '12:00' })
  const offer = await town.anOffer({ place: name })
  await town.aSession({ offer, on: '2026-12-10', at: '10:30', until: '11:30' })
  expect(await timesIn(room)).not.toContain('2026-12-10 10:30–11:30')
  const { rows } = await admin.query(
    `select id from room_bookings where room_id = $1 and state = 'confirmed'`,
    [room],
  )
  await frees({ booking: rows[0].id, room, sessionId })
  expect(await timesIn(room)).toContain('2026-12-10 10:30–11:30')
})

test('the check before saving says whether the room is free, and what is instead', async () => {
  const room = await aRoom(town, { name: 'Kochstube' })
  await aRoom(town, { name: 'Freiraum' })
  await takes(town, room, { on: '2026-12-01', from: '08:00', until: '20:00', title: 'Chorprobe' })
  const { aDraft } = planningAt(town, leadContext(town))
  const id = await aDraft(aPlan({ when: { place: 'Kochstube' } }))
  const page = load(await (await lead.get(`/de/staff/programme/plan/${id}/check`)).text())
  expect(page('.conflicts').text()).toContain('Chorprobe')
  expect(page('main').text()).toMatch(/An allen Terminen frei: .*Freiraum/)
  const step = load(await (await lead.get(`/de/staff/programme/plan/${id}/when`)).text())
  expect(
    step('datalist option')
      .map((_, each) => each.attribs.value)
      .get(),
  ).toContain('Kochstube')
})

test('a date of the programme is not given back as a booking is: it moves or is called off', async () => {
  const room = await aRoom(town, { name: 'Wintergarten' })
  const offer = await town.anOffer({ place: 'Wintergarten' })
  await town.aSession({ offer, on: '2026-12-07' })
  const { rows } = await admin.query<{ id: string }>('select id from room_bookings where room_id = $1', [
    room,
  ])
  const address = `/de/staff/rooms/bookings/${rows[0]?.id}`
  const answer = await lead.post(`${address}/cancel`, { scope: 'this' })
  expect(answer.headers.get('location')).toBe(`${address}?news=is-session`)
  expect(await timesIn(room)).toHaveLength(1)
})

test('the plan of a room for its door has the titles of the programme and nobody’s name', async () => {
  const hall = await aRoom(town, { name: 'Foyer' })
  const part = await aRoom(town, { name: 'Foyer links', partOf: hall })
  const offer = await town.anOffer({ place: 'Foyer', title: 'Tanzcafé' })
  await town.aSession({ offer, on: '2026-12-04' })
  await takes(town, hall, {
    ...{ title: 'Gespräch Familie Muster', on: '2026-12-04', from: '15:00', until: '16:00' },
  })
  const { bookings } = await roomPlan(leadContext(town), part, Temporal.PlainDate.from('2026-12-04'))
  expect(bookings.map(({ title, kind }) => [title, kind])).toEqual([
    ['Tanzcafé', 'session'],
    ['', 'own'],
  ])
})

type Ids = { booking: string; room: string; sessionId: string }
const cancelDate = (sessionId: string) =>
  cancelSession(leadContext(town), { sessionId, reason: 'illness', note: '' })
// As the team does it, not as the owner of the tables.
const takeOut = (sessionId: string) =>
  inTransaction(leadContext(town), tx => tx.deleteFrom('sessions').where('id', '=', sessionId).execute())
const during = Temporal.Instant.from('2026-12-10T08:30:00Z')
const time = (text: string) => Temporal.PlainTime.from(text)

const timesIn = async (room: string) => {
  const { rows } = await admin.query(
    `select to_char(lower(during) at time zone 'Europe/Berlin', 'YYYY-MM-DD HH24:MI') || '–' ||
      to_char(upper(during) at time zone 'Europe/Berlin', 'HH24:MI') as at
    from room_occupations where room_id = $1 order by during`,
    [room],
  )
  return rows.map(({ at }) => at)
}
