import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { aRoom, takes } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { privacyJobs } from '../privacy/index.ts'
import { askWhenFree } from './ask-when-free.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const group = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([group.close(), lead.close(), nextDoor.close(), admin.end()]))

const time = (text: string) => Temporal.PlainTime.from(text)

describe('a group of the neighbourhood', () => {
  test('finds a room and its free times, asks in Arabic without an account, and reads the answer', async () => {
    const room = await aRoom(town, { name: 'Festsaal', isLet: true, feeCents: 4000, depositCents: 10000 })
    await takes(town, room, { on: '2026-11-24', from: '08:00', until: '12:00', title: 'Geheime Runde' })
    const slug = await slugOf(room)
    const shown = load(await (await group.get(`/de/rooms/${slug}`)).text())
    expect(shown('table').text()).toContain('12:00–22:00')
    expect(shown.html()).not.toContain('Geheime')
    expect(await (await group.get('/ar/rooms')).text()).toContain('Festsaal')

    const address = await asks(
      slug,
      { called: 'جيران الشارع', reachBy: 'email', email: 'gruppe@example.org' },
      'ar',
    )
    expect(load(await (await group.get(address)).text())('h1').text()).toBe('وصل طلبكم')
    expect(await (await lead.get('/de/staff')).text()).toContain('Gruppe fragt nach einem Raum')

    const request = await requestOf('جيران الشارع')
    await lead.post(`${request}/confirm`, {})
    expect(load(await (await group.get(address)).text())('h1').text()).toBe('الغرفة لكم')
    const { rows } = await admin.query(
      `select address, facts::text as words from messages where kind = 'letter'`,
    )
    expect(rows).toMatchObject([{ address: 'gruppe@example.org' }])
    expect(rows[0].words).toContain('الغرفة لكم')
    await lead.post(`${request}/money`, { tick: 'depositPaidOn' })
    expect(await (await lead.get(request)).text()).toContain('23. November 2026')

    // A second group wants the same time: it is told kindly, with what is free.
    const again = await send(slug, { called: 'Zweite Gruppe' })
    expect(again.status).toBe(409)
    const refused = load(await again.text())
    expect(refused('main').text()).toContain('Dann ist der Raum leider schon vergeben')
    expect(refused('main').text()).toContain('Frei ist der Raum an dem Tag: 18:00–21:00')
  })

  test('R10: cannot have a room outside the hours that add up', async () => {
    const hours = [
      { weekdays: [2], opens: time('14:00'), closes: time('16:00') },
      { weekdays: [2], opens: time('16:00'), closes: time('19:00') },
    ]
    const slug = await slugOf(await aRoom(town, { name: 'Stunden', isLet: true, hours }))
    expect((await send(slug, { starts: '15:00', ends: '18:00', day: '2026-12-01' })).status).toBe(303)
    const closed = await send(slug, { starts: '15:00', ends: '18:00', day: '2026-12-02' })
    expect(await closed.text()).toContain('Zu dieser Zeit ist der Raum nicht zu haben')
  })

  test('R11: asks ten days ahead and not fifteen; the lead may, and nobody is bound where there is no limit', async () => {
    const room = await aRoom(town, { name: 'Bald', isLet: true, maxDaysAhead: 10 })
    const slug = await slugOf(room)
    expect((await send(slug, { day: '2026-12-03' })).status).toBe(303)
    expect((await send(slug, { day: '2026-12-08' })).status).toBe(409)
    expect((await takes(town, room, { on: '2026-12-08' })).outcome).toBe('booked')
    const free = await slugOf(await aRoom(town, { name: 'Irgendwann', isLet: true }))
    expect((await send(free, { day: '2027-10-01' })).status).toBe(303)
  })

  test('hears what is missing, and cannot ask for a room that is not let', async () => {
    const slug = await slugOf(await aRoom(town, { name: 'Offen', isLet: true }))
    const wrong = await send(slug, { called: '', agrees: '' })
    expect(wrong.status).toBe(422)
    const links = load(await wrong.text())('[role=alert] a')
    expect(links.map((_, link) => link.attribs.href).get()).toEqual(['#called', '#agrees'])
    const own = await slugOf(await aRoom(town, { name: 'Privat' }))
    expect((await group.get(`/de/rooms/${own}`)).status).toBe(404)
    expect((await send(own, {})).status).toBe(404)
  })

  test('takes its request back by its code, and nothing of it is left', async () => {
    const slug = await slugOf(await aRoom(town, { name: 'Zurück', isLet: true }))
    const address = await asks(slug, { called: 'Doch nicht' })
    const code = load(await (await group.get(address)).text())('.big-code').text()
    const found = await group.post('/de/room-requests/code', {
      code: code.replaceAll('-', ' ').toLowerCase(),
    })
    await group.post('/de/room-requests/take-back', { key: keyIn(await found.text()) })
    expect((await group.get(address)).status).toBe(404)
    const { rows } = await admin.query(`select 1 from room_requests where called = 'Doch nicht'`)
    expect(rows).toEqual([])
  })

  test('gives back a room that it had: it is free, and the lead reads who gave it back', async () => {
    const room = await aRoom(town, { name: 'Doch frei', isLet: true })
    const address = await asks(await slugOf(room), { called: 'Verhindert' })
    const request = await requestOf('Verhindert')
    await lead.post(`${request}/confirm`, {})
    await group.post('/de/room-requests/take-back', { key: keyIn(await (await group.get(address)).text()) })
    expect(load(await (await group.get(address)).text())('h1').text()).toBe('Ihr habt den Raum zurückgegeben')
    expect(await (await lead.get(request)).text()).toContain('von der Gruppe zurückgegeben')
    expect((await takes(town, room, { from: '15:00', until: '18:00' })).outcome).toBe('booked')
  })

  test('is told when the lead moves its booking or takes it back', async () => {
    const slug = await slugOf(await aRoom(town, { name: 'Unsicher', isLet: true }))
    const address = await asks(slug, { called: 'Tanz', reachBy: 'email', email: 'tanz@example.org' })
    await lead.post(`${await requestOf('Tanz')}/confirm`, {})
    const { rows } = await admin.query(
      `select b.id, b.room_id from room_bookings b join room_requests q on q.booking_id = b.id where q.called = 'Tanz'`,
    )
    const booking = `/de/staff/rooms/bookings/${rows[0].id}`
    const moving = { room: rows[0].room_id, day: '2026-12-02', starts: '16:00', ends: '18:00', scope: 'this' }
    await lead.post(`${booking}/move`, { ...moving, minutesBefore: '0', minutesAfter: '0' })
    expect(await (await group.get(address)).text()).toContain('Mittwoch, 2. Dezember, 16:00–18:00')
    await lead.post(`${booking}/cancel`, { scope: 'this' })
    expect(load(await (await group.get(address)).text())('h1').text()).toContain('nicht mehr zu haben')
    const told = await admin.query(
      `select facts->>'subject' as subject from messages where address = 'tanz@example.org' order by id`,
    )
    expect(told.rows.map(({ subject }) => subject)).toEqual([
      'Ihr habt den Raum',
      'Euer Raum: neue Zeit oder anderer Raum',
      'Der Raum ist leider nicht mehr zu haben',
    ])
  })

  test('waits for a taken time and asks as soon as it is free, the longest waiting first', async () => {
    const room = await aRoom(town, { name: 'Begehrt', isLet: true })
    const slug = await slugOf(room)
    const booked = await takes(town, room, { from: '14:00', until: '19:00' })
    const refused = await send(slug, { called: 'Erste Wartende' })
    expect(load(await refused.text())('button[name=waits]').text()).toBe('Auf diese Zeit warten')
    const email = { reachBy: 'email', email: 'wartet@example.org' }
    const first = await asks(slug, { called: 'Erste Wartende', waits: 'yes', ...email })
    const second = await asks(slug, { called: 'Zweite Wartende', waits: 'yes' })
    const headings = async () =>
      Promise.all(
        [first, second].map(async address => load(await (await group.get(address)).text())('h1').text()),
      )
    const [waiting, asked] = ['Ihr steht auf der Warteliste', 'Eure Anfrage ist da']
    const system = town.contextOf({ kind: 'system' }, townNow)
    expect(await askWhenFree(system)).toBe(0)
    expect(await headings()).toEqual([waiting, waiting])

    const [id = ''] = booked.outcome === 'booked' ? booked.bookingIds : []
    await lead.post(`/de/staff/rooms/bookings/${id}/cancel`, { scope: 'this' })
    expect(await askWhenFree(system)).toBe(1)
    expect(await headings()).toEqual([asked, waiting])
    const { rows } = await admin.query(`select 1 from messages where address = 'wartet@example.org'`)
    expect(rows).toHaveLength(1)
    await lead.post(`${await requestOf('Erste Wartende')}/decline`, { reason: 'Doch nicht.' })
    expect(await askWhenFree(system)).toBe(1)
    expect((await headings())[1]).toBe(asked)
  })

  test('sees no free hall while a part of it is taken that nobody can ask for', async () => {
    const hall = await aRoom(town, { name: 'Halle', isLet: true })
    const stage = await aRoom(town, { name: 'Bühne', partOf: hall })
    await takes(town, stage, { on: '2026-11-24', from: '08:00', until: '12:00' })
    const shown = load(await (await group.get(`/de/rooms/${await slugOf(hall)}`)).text())
    expect(shown('table').text()).toContain('12:00–22:00')
    const asked = await send(await slugOf(hall), { day: '2026-11-24', starts: '09:00', ends: '10:00' })
    expect(asked.status).toBe(409)
  })
})

test('R08: whoever confirms over another request is warned first; then that one is declined and told', async () => {
  const slug = await slugOf(await aRoom(town, { name: 'Beliebt', isLet: true }))
  const first = await asks(slug, { called: 'Erste' })
  const second = await asks(slug, { called: 'Andere', reachBy: 'email', email: 'andere@example.org' })
  const request = await requestOf('Erste')
  const warned = await lead.post(`${request}/confirm`, {})
  expect(warned.status).toBe(409)
  expect(await warned.text()).toContain('Andere')
  expect(load(await (await group.get(second)).text())('h1').text()).toBe('Eure Anfrage ist da')

  await lead.post(`${request}/confirm`, { overOthers: 'yes' })
  expect(load(await (await group.get(first)).text())('h1').text()).toBe('Der Raum gehört euch')
  expect(await (await group.get(second)).text()).toContain('Jemand anderes hat den Raum zu dieser Zeit')
  const { rows } = await admin.query(`select 1 from messages where address = 'andere@example.org'`)
  expect(rows).toHaveLength(1)
})

test('a lead declines with a reason; next door sees and answers nothing', async () => {
  const slug = await slugOf(await aRoom(town, { name: 'Ablehnung', isLet: true }))
  const address = await asks(slug, { called: 'Abgelehnt' })
  const request = await requestOf('Abgelehnt')
  expect((await nextDoor.get(request)).status).toBe(404)
  expect((await nextDoor.post(`${request}/confirm`, {})).status).toBe(404)
  await lead.post(`${request}/decline`, { reason: 'An dem Tag wird gestrichen.' })
  expect(await (await group.get(address)).text()).toContain('An dem Tag wird gestrichen.')
})

test('thirty days after its day nothing of a request is left in any column', async () => {
  const slug = await slugOf(await aRoom(town, { name: 'Rest', isLet: true }))
  await asks(slug, {
    called: 'residue-group',
    reachBy: 'call',
    phone: '0611 777666',
    purpose: 'residue-feast',
  })
  await lead.post(`${await requestOf('residue-group')}/confirm`, { overOthers: 'yes' })
  const after = async (days: number) => {
    const context = town.contextOf({ kind: 'system' }, townNow.add({ hours: days * 24 }))
    for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
    const { rows } = await admin.query(`select (select json_agg(q)::text from room_requests q) as requests,
      (select json_agg(b)::text from room_bookings b) as bookings, (select json_agg(m)::text from messages m) as messages,
      (select json_agg(a)::text from audit_entries a) as audit`)
    return JSON.stringify(rows)
  }
  expect(await after(30)).toContain('residue-group')
  const later = await after(40)
  expect(later).not.toMatch(/residue|777666/)
  expect(later).toContain('room-request.deleted')
})

const wish = {
  ...{
    day: '2026-12-01',
    starts: '15:00',
    ends: '18:00',
    called: 'Gruppe',
    purpose: 'Geburtstag',
    people: '12',
  },
  ...{ reachBy: 'visit', agrees: 'yes' },
}

const send = async (slug: string, fields: Record<string, string>, language = 'de') => {
  const form = load(await (await group.get(`/${language}/rooms/${slug}/ask`)).text())
  const renderingKey = String(form('input[name=renderingKey]').val() ?? '')
  return group.post(`/${language}/rooms/${slug}/ask`, { ...wish, renderingKey, ...fields })
}

const asks = async (slug: string, fields: Record<string, string>, language = 'de') => {
  const sent = await send(slug, fields, language)
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

const keyIn = (page: string) => String(load(page)('input[name=key]').val())

const slugOf = async (id: string): Promise<string> =>
  (await admin.query('select slug from rooms where id = $1', [id])).rows[0].slug

const requestOf = async (called: string) => {
  const { rows } = await admin.query('select id from room_requests where called = $1', [called])
  return `/de/staff/room-requests/${rows[0].id}`
}
