import ICAL from 'ical.js'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const title = 'Väter, Mütter & Kinder; gemeinsam größere Überraschungen aus Öl, Töpferton und Gemüse basteln'
const offer = await town.anOffer({ title, slug: 'basteln', place: 'Raum 1' })
const first = await town.aSession({ offer, on: '2026-11-23', at: '16:30', until: '18:00' })
await town.aSession({ offer, on: '2026-11-30', at: '16:30', until: '18:00', cancelled: 'illness' })
await town.aSession({ offer, on: '2027-03-29', at: '16:30', until: null })

test('all dates of an offer are one file that other programs can read', async () => {
  const { calendar, response } = await file('/de/offers/basteln/calendar.ics')
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  const events = calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
  expect(events.map(event => event.summary)).toEqual([title, `Fällt aus: ${title}`, title])
  expect(events[0]?.location).toBe('KiEZ Westend, Raum 1, Wellritzstraße 38, 65000 Kleinstadt')
})

test('times are local, with the zone in the file, also after the clocks have changed', async () => {
  const { calendar } = await file('/de/offers/basteln/calendar.ics')
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component)
  expect(zone.tzid).toBe('Europe/Berlin')
  const starts = calendar.getAllSubcomponents('vevent').map(event => {
    const start = event.getFirstPropertyValue('dtstart') as ICAL.Time
    start.zone = zone
    return start.toJSDate().toISOString()
  })
  expect(starts).toEqual(['2026-11-23T15:30:00.000Z', '2026-11-30T15:30:00.000Z', '2027-03-29T14:30:00.000Z'])
})

test('a cancelled date stays as cancelled, a later version of the same event', async () => {
  const { events } = await file('/de/offers/basteln/calendar.ics')
  expect(events.map(event => event.getFirstPropertyValue('status'))).toEqual([
    'CONFIRMED',
    'CANCELLED',
    'CONFIRMED',
  ])
  expect(events[1]?.getFirstPropertyValue('sequence')).toBe(1)
})

test('a date that ends when the last family leaves has no end', async () => {
  const { events } = await file('/de/offers/basteln/calendar.ics')
  expect(events[2]?.getFirstProperty('dtend')).toBeNull()
})

test('a date is the same event in the file of the offer, in its own, and in every language', async () => {
  const uids = await Promise.all(
    [
      '/de/offers/basteln/calendar.ics',
      `/de/sessions/${first.id}/calendar.ics`,
      `/ar/sessions/${first.id}/calendar.ics`,
    ].map(async path => (await file(path)).events[0]?.getFirstPropertyValue('uid')),
  )
  expect(new Set(uids)).toEqual(new Set([`${first.id}@kieznetz`]))
})

test('no line is longer than 75 bytes, and none is cut inside a letter', async () => {
  const { text } = await file('/de/offers/basteln/calendar.ics')
  const lengths = text.split('\r\n').map(line => Buffer.byteLength(line))
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\ufffd')
})

test('its moments are in UTC, as RFC 5545 asks of both (3.8.7.2 and 3.8.7.3), whatever the zone of the dates', async () => {
  for (const path of [
    '/de/calendar.ics',
    '/de/offers/basteln/calendar.ics',
    `/ar/sessions/${first.id}/calendar.ics`,
  ]) {
    const stamps = (await file(path)).text.split('\r\n').filter(line => /^(DTSTAMP|LAST-MODIFIED)/.test(line))
    expect(stamps.length).toBeGreaterThan(1)
    for (const line of stamps) expect(line).toMatch(/^(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}Z$/)
  }
})

test('what does not exist has no calendar', async () => {
  expect((await web.request('http://localhost/de/offers/unknown/calendar.ics')).status).toBe(404)
  expect((await web.request('http://localhost/de/sessions/x/calendar.ics')).status).toBe(404)
})

async function file(path: string) {
  const response = await web.request(`http://localhost${path}`)
  const text = await response.text()
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { response, text, calendar, events: calendar.getAllSubcomponents('vevent') }
}
