import { load } from 'cheerio'
import ICAL from 'ical.js'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aRoom, leadContext, takes } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { cancelBooking } from './cancel-booking.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([web.close(), lead.close(), admin.end()]))

const day = '2026-12-03'
const aDateLeftWithout = async (name: string) => {
  const room = await aRoom(town, { name })
  const taken = await takes(town, room, { on: day, from: '09:00', until: '12:00', title: 'Teamsitzung' })
  const offer = await town.anOffer({
    slug: name.toLowerCase(),
    title: 'Turnen',
    place: name,
    registration: 'session',
    counts: 'child',
    places: 8,
  })
  const { id, intakeId } = await town.aSession({ offer, on: day })
  return { room, id, intakeId, bookingId: taken.outcome === 'booked' ? (taken.bookingIds[0] ?? '') : '' }
}

describe('a date whose room somebody else has', () => {
  test('names no room to anybody who might stand before its door', async () => {
    const { id, intakeId } = await aDateLeftWithout('Turnraum')
    const page = await textOf(`/de/sessions/${id}`)
    expect(page).toContain('Der Raum steht noch nicht fest.')
    expect(page).toContain('Westend')
    expect(await textOf(`/ar/sessions/${id}`)).toContain('لم تُحدَّد الغرفة بعد')
    const said = [
      page,
      await textOf(`/de/join/${intakeId}`),
      await textOf(`/de/sessions/${id}/calendar.ics`),
      await textOf('/api/v1/sessions'),
      await (await lead.get(`/de/staff/sessions/${id}/count`)).text(),
    ]
    for (const text of said) expect(text).not.toContain('Turnraum')
  })

  test('has its room again for everybody as soon as it is free, also in calendars that were read before', async () => {
    const { id, bookingId } = await aDateLeftWithout('Werkraum')
    const before = await eventOf(id)
    expect(await textOf(`/de/sessions/${id}`)).not.toContain('Werkraum')
    await cancelBooking(leadContext(town), bookingId, 'this')
    expect(await textOf(`/de/sessions/${id}`)).toContain('Werkraum')
    const after = await eventOf(id)
    expect(after.location).toContain('Werkraum')
    expect(after.sequence).toBeGreaterThan(before.sequence)
  })

  test('is no dead end for the lead: who has the room, which is free, and where the date is changed', async () => {
    const { id } = await aDateLeftWithout('Malraum')
    await aRoom(town, { name: 'Garten' })
    const week = load(await (await lead.get('/de/staff/rooms')).text())
    const link =
      week('.conflicts a')
        .filter((_, each) => week(each).text() === 'Turnen')
        .last()
        .attr('href') ?? ''
    const page = load(await (await lead.get(link)).text())
    expect(page('h1').text()).toBe('Turnen')
    expect(page('.conflicts').text()).toContain('Teamsitzung')
    const free =
      page('main a')
        .filter((_, each) => page(each).text().trim() === 'Garten')
        .attr('href') ?? ''
    expect(free).toContain(`/de/staff/sessions/${id}/change?`)
    const form = load(await (await lead.get(free)).text())
    expect(form('input[name=place]').attr('value')).toBe('Garten')
    const usual = load(await (await lead.get(`/de/staff/sessions/${id}/change`)).text())
    expect(usual('input[name=place]').attr('value')).toBe('Malraum')
  })

  test('says which dates these are and nothing of who has the room', async () => {
    await aDateLeftWithout('Kellerraum')
    const app = new pg.Client({ connectionString: database.public })
    await app.connect()
    const { fields, rows } = await app.query('select * from published.dates_without_room')
    await expect(app.query('select * from room_bookings')).rejects.toThrow('permission denied')
    await app.end()
    expect(fields.map(({ name }) => name)).toEqual(['city_id', 'session_id'])
    expect(rows.length).toBeGreaterThan(0)
  })
})

const textOf = async (path: string) => {
  const answer = await web.get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const eventOf = async (id: string) => {
  const calendar = new ICAL.Component(ICAL.parse(await textOf(`/de/sessions/${id}/calendar.ics`)))
  const event = calendar.getFirstSubcomponent('vevent')
  return {
    location: String(event?.getFirstPropertyValue('location')),
    sequence: Number(event?.getFirstPropertyValue('sequence')),
  }
}
