import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { readCalendar } from '../../tests/support/read-calendar.ts'
import { aRoom, leadContext, takes } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const anybody = webForTest(database)
afterAll(() => Promise.all([lead.close(), nextDoor.close(), anybody.close()]))

let hall: string
let part: string
let page: string
beforeAll(async () => {
  hall = await aRoom(town, { name: 'Saal' })
  part = await aRoom(town, { name: 'Bühne', partOf: hall })
  page = `/de/staff/rooms/list/${hall}/calendar`
  await takes(town, hall, { title: 'Gespräch mit Frau Novak' })
  await takes(town, part, { on: '2027-06-01', title: 'Probe' })
  const offer = await town.anOffer({ title: 'Turnen', place: 'Saal' })
  await town.aSession({ offer, on: '2026-12-03' })
})

describe('the calendar of a room', () => {
  test('is read behind an address that is shown once, by whoever has it', async () => {
    const { text, shown, events } = await read(await shared({ forWhom: 'Hausmeister' }))
    expect(shown()).toEqual([
      '2026-12-01T08:00Z Team @ Saal · KiEZ Westend',
      '2026-12-03T08:30Z Turnen @ Saal · KiEZ Westend',
    ])
    expect(text).not.toContain('Novak')
    expect(events[0]?.uid).toMatch(/^room-[0-9a-f-]{36}@kieznetz$/)
    const list = load(await (await lead.get(page)).text())('main').text()
    expect(list).toContain('Hausmeister')
    expect(list).not.toContain('.ics')
  })

  test('of a part says when its hall is taken, too', async () => {
    const link = await shared({ forWhom: 'Theater' }, part)
    expect((await read(link)).shown().map(line => line.slice(0, 10))).toEqual(['2026-12-01', '2026-12-03'])
  })

  test('says what the team wrote only where the lead wants it so', async () => {
    expect((await read(await shared({ forWhom: 'Leitung der Kita', saysTitles: 'yes' }))).text).toContain(
      'Novak',
    )
  })

  test('keeps what was given back as cancelled, as a later version of the same event', async () => {
    const link = await shared({ forWhom: 'Hausmeister' })
    const before = (await read(link)).events[0]
    await inTransaction(leadContext(town), tx =>
      tx
        .updateTable('roomBookings')
        .set({ state: 'cancelled' })
        .where('title', 'like', 'Gespräch%')
        .execute(),
    )
    const { shown, events } = await read(link)
    expect(shown()).toContain('2026-12-01T08:00Z !Fällt aus: Team @ Saal · KiEZ Westend')
    expect(events[0]?.uid).toBe(before?.uid)
    expect([before?.sequence, events[0]?.sequence]).toEqual([0, 1])
  })

  test('says its moments in UTC, and is not sent again to whoever has it', async () => {
    const link = await shared({ forWhom: 'Hausmeister' })
    const { text, answer } = await read(link)
    const stamps = text.split('\r\n').filter(line => /^(DTSTAMP|LAST-MODIFIED)/.test(line))
    expect(stamps.length).toBeGreaterThan(2)
    for (const line of stamps) expect(line).toMatch(/^(DTSTAMP|LAST-MODIFIED):\d{8}T\d{6}Z$/)
    expect(Math.max(...text.split('\r\n').map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    const etag = answer.headers.get('etag') ?? ''
    const again = await anybody.request(`http://localhost${link}`, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
  })

  test('opens nothing once it was taken back, and the control still opens', async () => {
    const [link, control] = [await shared({ forWhom: 'Früher' }), await shared({ forWhom: 'Weiter' })]
    const list = load(await (await lead.get(page)).text())
    const row = list('.rows li').filter((_, one) => list(one).text().includes('Früher'))
    const back = await lead.post(row.find('form').attr('action') ?? '', {})
    expect(back.headers.get('location')).toBe(`${page}?news=taken-back`)
    expect((await anybody.get(link)).status).toBe(404)
    expect((await anybody.get(control)).status).toBe(200)
    for (const wrong of ['x', 'AAAAAAAAAAAAAAAAAAAAAA', '%00'])
      expect((await anybody.get(`/de/room-calendar/${wrong}/calendar.ics`)).status).toBe(404)
  })

  test('only a hash of the address is kept', async () => {
    const link = await shared({ forWhom: 'Geheim' })
    const secret = link.split('/').at(-2) ?? ''
    expect(secret).toHaveLength(22)
    const rows = await inTransaction(leadContext(town), tx =>
      tx.selectFrom('roomCalendars').selectAll().execute(),
    )
    expect(
      JSON.stringify(rows.map(row => ({ ...row, linkHash: row.linkHash.toString('latin1') }))),
    ).not.toContain(secret)
  })

  test('is passed on by the lead of the room alone', async () => {
    expect((await nextDoor.get(page)).status).toBe(404)
    expect((await nextDoor.post(page, { forWhom: 'x' })).status).toBe(404)
  })

  test('for nobody is told, in Arabic too', async () => {
    const refused = await lead.post(page.replace('/de/', '/ar/'), { forWhom: ' ' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('يرجى ذكر لمن')
  })
})

async function shared(fields: Record<string, string>, room = hall) {
  const made = await lead.post(`/de/staff/rooms/list/${room}/calendar`, fields)
  expect(made.status).toBe(200)
  const address = load(await made.text())('input[name=address]').attr('value') ?? ''
  return new URL(address).pathname
}

async function read(path: string) {
  const answer = await anybody.get(path)
  expect(answer.status).toBe(200)
  const text = await answer.text()
  return { answer, text, ...readCalendar(text) }
}
