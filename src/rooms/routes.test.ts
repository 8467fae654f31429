import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aRoom, takes } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([lead.close(), nextDoor.close()]))

test('a lead adds a hall and its half, mends what was wrong, and finds both', async () => {
  const wrong = await lead.post('/de/staff/rooms/new', {
    'texts.de.name': '',
    capacity: 'viele',
    'hours.0.opens': '09:00',
  })
  expect(wrong.status).toBe(422)
  const faults = load(await wrong.text())('[role=alert] a')
  expect(faults.map((_, link) => link.attribs.href).get()).toEqual([
    '#texts.de.name',
    '#capacity',
    '#hours.0.opens',
  ])

  const hall = await adds({
    'texts.de.name': 'Großer Saal',
    'texts.ar.name': 'القاعة الكبيرة',
    minutesAfter: '15',
  })
  await adds({ 'texts.de.name': 'Bühne', partOf: hall })
  const list = load(await (await lead.get('/ar/staff/rooms/list')).text())
  expect(list('.rows').text()).toContain('القاعة الكبيرة')
  expect(list('.rows').text()).toContain('جزء من: القاعة الكبيرة')
  // What is stored stands in the fields again.
  const page = load(await (await lead.get(`/de/staff/rooms/list/${hall}`)).text())
  expect(page('[name=minutesAfter]').val()).toBe('15')
})

describe('taking a room', () => {
  const wish = { kind: 'own', title: 'Teamsitzung', rhythm: 'once', firstOn: '2026-11-25', lastOn: '' }

  test('stands in the week of all rooms, a table with a heading for each', async () => {
    const room = await aRoom(town, { name: 'Werkraum' })
    const sent = await lead.post('/de/staff/rooms/book', { ...wish, room, starts: '09:00', ends: '10:30' })
    const page = load(await (await lead.get(sent.headers.get('location') ?? '')).text())
    const headings = page('thead th')
    expect(headings.filter((_, th) => page(th).text() === 'Werkraum').attr('scope')).toBe('col')
    expect(page('tbody tr').length).toBe(7)
    expect(page(`td[data-label="Werkraum"]`).text()).toContain('9:00–10:30 Teamsitzung')
    expect((await (await lead.get('/ar/staff/rooms?from=2026-11-25')).text()).includes('Teamsitzung')).toBe(
      true,
    )
  })

  test('shows what stands in the way, and takes what is free instead with one press', async () => {
    const [room, other] = [await aRoom(town, { name: 'Klein' }), await aRoom(town, { name: 'Frei' })]
    await takes(town, room, { on: '2026-11-25', title: 'Chor' })
    const fields = { ...wish, room, starts: '09:00', ends: '10:30' }
    const refused = await lead.post('/de/staff/rooms/book', fields)
    expect(refused.status).toBe(409)
    const page = load(await refused.text())
    expect(page('.conflicts').text()).toContain('Chor')
    const button = page('button').filter((_, each) => page(each).text().trim() === 'Frei')
    const carried = Object.fromEntries(
      button
        .closest('form')
        .find('input[type=hidden]')
        .toArray()
        .map(({ attribs }) => [attribs.name ?? '', attribs.value ?? '']),
    )
    expect(carried.room).toBe(other)
    expect((await lead.post('/de/staff/rooms/book', carried)).status).toBe(303)
  })

  test('a series is given back from here on; the page names the dates each choice reaches (R16)', async () => {
    const room = await aRoom(town, { name: 'Reihe' })
    const lastOn = Temporal.PlainDate.from('2026-12-22')
    const outcome = await takes(town, room, { rhythm: 'weekly', lastOn })
    const id = outcome.outcome === 'booked' ? outcome.bookingIds[1] : ''
    const page = load(await (await lead.get(`/de/staff/rooms/bookings/${id}`)).text())
    const hints = page('form[action$=cancel] .kern-hint')
      .map((_, hint) => page(hint).text())
      .get()
    expect(hints).toEqual(['8. Dez.', '8. Dez., 15. Dez., 22. Dez.', '1. Dez., 8. Dez., 15. Dez., 22. Dez.'])
    await lead.post(`/de/staff/rooms/bookings/${id}/cancel`, { scope: 'following' })
    const after = load(await (await lead.get('/de/staff/rooms?from=2026-12-08')).text())
    expect(after(`td[data-label="Reihe"]`).text()).toBe('')
  })

  test('next door sees and changes nothing of it', async () => {
    const room = await aRoom(town, { name: 'Geheim' })
    const outcome = await takes(town, room)
    const id = outcome.outcome === 'booked' ? outcome.bookingIds[0] : ''
    expect((await nextDoor.get(`/de/staff/rooms/bookings/${id}`)).status).toBe(404)
    expect((await nextDoor.get(`/de/staff/rooms/list/${room}`)).status).toBe(404)
    expect((await nextDoor.post(`/de/staff/rooms/bookings/${id}/cancel`, { scope: 'this' })).status).toBe(404)
    const fields = { ...wish, room, starts: '13:00', ends: '14:00' }
    expect((await nextDoor.post('/de/staff/rooms/book', fields)).status).toBe(404)
  })

  test('ends early while it runs', async () => {
    const room = await aRoom(town, { name: 'Jetzt' })
    await takes(
      town,
      room,
      { on: '2026-11-23', from: '08:30', until: '11:00' },
      townNow.subtract({ hours: 2 }),
    )
    const week = load(await (await lead.get('/de/staff/rooms')).text())
    const address = week(`td[data-label="Jetzt"] a`).attr('href') ?? ''
    const sent = await lead.post(`${address}/use`, { what: 'ended' })
    expect(await (await lead.get(sent.headers.get('location') ?? '')).text()).toContain(
      'Der Rest der Zeit ist frei',
    )
  })
})

const adds = async (fields: Record<string, string>) => {
  const sent = await lead.post('/de/staff/rooms/new', fields)
  expect(sent.status).toBe(303)
  return /list\/([0-9a-f-]{36})/.exec(sent.headers.get('location') ?? '')?.[1] ?? ''
}
