import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const { registers, page, send } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), admin.end()]))
afterEach(async () => {
  web.moveTimeTo(townNow)
  await admin.query('truncate identity.rate_limits')
})

test('who registers carefully is written to neutrally and in her hours, from the first message on', async () => {
  await registers(await aGroup(), {
    called: 'Vorsicht',
    neutral: 'yes',
    hoursFrom: '09:00',
    hoursUntil: '11:30',
  })
  const { rows } = await admin.query(`select m.is_neutral, m.hours, h.is_safe from messages m
    join registrations r on r.id = m.registration_id join households h on h.id = r.household_id
    where h.called = 'Vorsicht'`)
  expect(rows).toEqual([{ is_neutral: true, is_safe: true, hours: { from: '09:00', until: '11:30' } }])
})

test('hours have a beginning and an end; what was typed stays', async () => {
  const { intakeId } = await aGroup()
  const { status, $ } = await send(`/de/join/${intakeId}`, { neutral: 'yes', hoursFrom: '09:00' })
  expect(status).toBe(422)
  expect($('#errors a[href="#hoursFrom"]')).toHaveLength(1)
  expect($('#neutral').attr('checked')).toBeDefined()
  expect($('details:has(#neutral)').attr('open')).toBeDefined()
})

test('a link shows nothing before the code, and the one for the code opens for half an hour', async () => {
  const { link, code } = await registers(await aGroup(), { called: 'Leise', neutral: 'yes' })
  expect(code).toMatch(/^\w{3}-\w{3}-\w{3}$/)
  expect((await web.get(`/de/my/${link}`)).status).toBe(200)

  web.moveTimeTo(townNow.add({ minutes: 30 }))
  for (const path of ['', '/family']) {
    const { status, headers } = await web.get(`/de/my/${link}${path}`)
    expect([status, headers.get('location')]).toEqual([303, '/de/my'])
  }
  const inside = ['/cancel', '/change', '/fee', '/family/calendar.ics']
  for (const path of inside) expect((await web.get(`/de/my/${link}${path}`)).status).toBe(404)
  expect((await web.post(`/de/my/${link}/family/erase`, { sure: 'yes' })).status).toBe(404)

  const opened = (await web.post('/de/my', { code })).headers.get('location') ?? ''
  expect((await page(opened)).$('main').text()).toContain('Leise')
  web.moveTimeTo(townNow.add({ minutes: 61 }))
  expect((await web.get(opened)).headers.get('location')).toBe('/de/my')
})

test('the link itself, typed in place of the code, opens nothing', async () => {
  const { link } = await registers(await aGroup(), { neutral: 'yes' })
  web.moveTimeTo(townNow.add({ hours: 1 }))
  expect((await send('/de/my', { code: link })).status).toBe(422)
})

test('codes cannot be guessed: after ten tries there is a pause', async () => {
  for (let tries = 0; tries < 10; tries++) await send('/de/my', { code: 'KKK-KKK-KKK' })
  expect((await send('/de/my', { code: 'KKK-KKK-KKK' })).status).toBe(429)
})

test('control: a family that did not ask for it goes on by its link alone', async () => {
  const { link } = await registers(await aGroup())
  web.moveTimeTo(townNow.add({ hours: 10 }))
  expect((await web.get(`/de/my/${link}`)).status).toBe(200)
})

test('chosen later, it counts for everything on the page and for what is on its way, and shows a code', async () => {
  const [first, second] = [
    await registers(await aGroup(), { called: 'Später' }),
    await registers(await aGroup(), { called: 'Später' }),
  ]
  await web.post(`/de/my/${first.link}/family/together`, { code: second.code })
  const chosen = await web.post(`/de/my/${second.link}/family/safe`, { neutral: 'yes', do: 'save' })
  const address = chosen.headers.get('location') ?? ''
  const { $ } = await page(address)
  expect($('[role=status]').text()).toContain('neutral')
  const code = $('.big-code').text().trim()

  const { rows } = await admin.query(`select distinct m.is_neutral, h.is_safe from messages m
    join registrations r on r.id = m.registration_id join households h on h.id = r.household_id
    where h.called = 'Später'`)
  expect(rows).toEqual([{ is_neutral: true, is_safe: true }])
  web.moveTimeTo(townNow.add({ hours: 1 }))
  for (const { link } of [first, second]) expect((await web.get(`/de/my/${link}`)).status).toBe(303)
  const opened = (await web.post('/de/my', { code })).headers.get('location') ?? ''
  const family = await page(`${opened}/family`)
  expect(family.$('[name=registration]')).toHaveLength(2)
  expect(family.$('#neutral').attr('checked')).toBeDefined()

  const back = await web.post(`${opened}/family/safe`, { do: 'save' })
  expect(back.headers.get('location')).toBe(`${opened}/family?news=saved`)
  expect((await web.get(`/de/my/${first.link}`)).status).toBe(200)
})

test('never again: the address is forgotten at once, and what was on its way with it', async () => {
  const { link } = await registers(await aGroup(), { called: 'Nie', email: 'nie@familie.example' })
  await web.post(`/de/my/${link}/family/safe`, { do: 'never' })
  const { rows } = await admin.query(`select h.contact_kind, h.email,
      (select count(*)::int from messages m where m.registration_id = r.id) as messages
    from households h join registrations r on r.household_id = h.id where h.called = 'Nie'`)
  expect(rows).toEqual([{ contact_kind: 'none', email: null, messages: 0 }])
})

test('a new number does not make anybody careless', async () => {
  const { link } = await registers(await aGroup(), { called: 'Neu', neutral: 'yes' })
  const sent = { called: 'Neu', adults: '1', 'childName[]': 'Mila', 'childMonth[]': '', 'childYear[]': '' }
  await web.post(`/de/my/${link}/change`, { ...sent, phone: '0611 4711 22' })
  const { rows } = await admin.query(`select is_safe, phone from households where called = 'Neu'`)
  expect(rows).toEqual([{ is_safe: true, phone: '0611 4711 22' }])
})

const aGroup = async () =>
  town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', places: 5 }),
    on: '2026-12-07',
  })
