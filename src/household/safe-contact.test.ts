import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { codeOf } from '../platform/web/keys.ts'
import { chooseSafeContact } from './choose-safe-contact.ts'
import type { AtDesk } from './read-page.ts'

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

test('what she is sent holds no key, neither at once nor later', async () => {
  const { link, code } = await registers(await aGroup(), { called: 'Ohne', neutral: 'yes' })
  const sent = async () => {
    const { rows } =
      await admin.query(`select m.facts from messages m join registrations r on r.id = m.registration_id
      join households h on h.id = r.household_id where h.called = 'Ohne' order by m.created_at`)
    return rows.map(({ facts }) => facts)
  }
  await web.post(`/de/my/${link}/cancel`, {})
  const [first, second] = await sent()
  for (const facts of [first, second]) {
    expect(facts).toMatchObject({ codeAddress: '/de/my' })
    expect(JSON.stringify(facts)).not.toMatch(/my\/[\w-]|manageAddress/)
    expect(JSON.stringify(facts)).not.toContain(code)
  }
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
  const opened = (await web.post('/de/my', { code })).headers.get('location') ?? ''
  const family = await page(`${opened}/family`)
  expect(family.$('form[action$=open]')).toHaveLength(2)
  expect(family.$('#neutral').attr('checked')).toBeDefined()

  const back = await web.post(`${opened}/family/safe`, { do: 'save' })
  expect(back.headers.get('location')).toBe(`${opened}/family?news=saved`)
  expect((await web.get(opened)).status).toBe(200)
})

describe('once safe contact is chosen, nothing that was given before opens the page', () => {
  const chosenFrom = async (link: string, fields: Record<string, string> = { neutral: 'yes' }) => {
    const { headers } = await web.post(`/de/my/${link}/family/safe`, fields)
    return headers.get('location')?.replace(/^.*\/my\/|\?.*$/g, '') ?? ''
  }
  const aPageOfTwo = async () => {
    const [hers, his] = [await registers(await aGroup()), await registers(await aGroup())]
    await web.post(`/de/my/${hers.link}/family/together`, { code: his.code })
    return { hers, his }
  }

  test.each([{ neutral: 'yes' }, { do: 'never' }])(
    'links and codes of all that stand on it: %o',
    async wish => {
      const { hers, his } = await aPageOfTwo()
      const next = await chosenFrom(hers.link, wish)
      for (const { link, code } of [hers, his]) {
        for (const path of ['', '/family', '/cancel', '/family/calendar.ics'])
          expect((await web.get(`/de/my/${link}${path}`)).status).toBe(404)
        const unknown = await (await web.get(`/de/my/${'a'.repeat(22)}`)).text()
        expect(await (await web.get(`/de/my/${link}`)).text()).toBe(unknown.replaceAll('a'.repeat(22), link))
        expect((await send('/de/my', { code })).status).toBe(422)
        await web.post(`/de/my/${link}/family/safe`, { do: 'save' })
      }
      expect((await page(`/de/my/${next}/family`)).$('form[action$=open]')).toHaveLength(2)
      expect((await page(`/de/my/${next}/family`)).$('#neutral').attr('checked')).toBeDefined()
    },
  )

  test('control: who only names hours keeps the keys there are', async () => {
    const { hers, his } = await aPageOfTwo()
    await web.post(`/de/my/${hers.link}/family/safe`, { hoursFrom: '09:00', hoursUntil: '11:00' })
    for (const { link } of [hers, his]) expect((await web.get(`/de/my/${link}/family`)).status).toBe(200)
  })

  test('who sends the old form again with another date gets a page apart', async () => {
    const offer = await town.anOffer({ registration: 'session', counts: 'child', places: 5 })
    const [session, other] = [
      await town.aSession({ offer, on: '2026-12-07' }),
      await town.aSession({ offer, on: '2026-12-14' }),
    ]
    const form = { renderingKey: 'the-secret-of-her-form', email: '', phone: '0611 313131' }
    const { link } = await registers(session, form)
    const next = await chosenFrom(link)
    const his = await registers(other, form)
    expect((await page(`/de/my/${his.link}/family`)).$('form[action$=open]')).toHaveLength(1)
    expect((await page(`/de/my/${next}/family`)).$('form[action$=open]')).toHaveLength(1)
  })

  test('it says so, and shows the code that counts now', async () => {
    const { code, link } = await registers(await aGroup())
    const { $ } = await page(`/de/my/${await chosenFrom(link)}?news=safe`)
    expect($('[role=status]').text()).toContain('Alte Links und Codes gelten nicht mehr')
    expect($('.big-code').text().trim()).not.toBe(code)
  })

  test('pressed twice, it shows the same keys again', async () => {
    const { link } = await registers(await aGroup())
    const wish = { neutral: 'yes', renderingKey: 'the-secret-of-this-form' }
    const both = await Promise.all([chosenFrom(link, wish), chosenFrom(link, wish)])
    expect(new Set([...both, await chosenFrom(link, wish)]).size).toBe(1)
    const { $ } = await page(`/de/my/${both[0]}`)
    expect((await web.post('/de/my', { code: $('.big-code').text().trim() })).status).toBe(303)
  })

  test('when new keys cannot be given, nothing is changed', async () => {
    const { link } = await registers(await aGroup(), { called: 'Ganz' })
    await admin.query('alter table registration_links add constraint none check (salt is null) not valid')
    const atDesk: AtDesk = desk => town.contextOf({ kind: 'desk', ...desk })
    const wish = { neutral: true, never: false, renderingKey: 'the-secret-of-this-form' }
    await expect(chooseSafeContact(atDesk, link, wish)).rejects.toThrow('none')
    await admin.query('alter table registration_links drop constraint none')
    expect((await web.get(`/de/my/${link}`)).status).toBe(200)
    const { rows } = await admin.query(`select is_safe from households where called = 'Ganz'`)
    expect(rows).toEqual([{ is_safe: false }])
  })

  test.each(['hers', 'his'] as const)(
    'what is put on it later, from the page of %s, brings no key along',
    async from => {
      const safe = await registers(await aGroup(), { neutral: 'yes' })
      const his = await registers(await aGroup(), { called: 'Dazu' })
      const [mine, other] = from === 'hers' ? [safe, his] : [his, safe]
      await web.post(`/de/my/${mine.link}/family/together`, { code: other.code })
      expect((await page(`/de/my/${mine.link}/family`)).$('form[action$=open]')).toHaveLength(2)
      expect((await send('/de/my', { code: his.code })).status).toBe(422)
      web.moveTimeTo(townNow.add({ minutes: 31 }))
      expect((await web.get(`/de/my/${his.link}`)).status).not.toBe(200)
      expect((await web.post('/de/my', { code: safe.code })).status).toBe(303)
      const { rows } = await admin.query(
        `select is_safe from households where called = 'Dazu' order by id desc`,
      )
      expect(rows[0]).toEqual({ is_safe: true })
    },
  )
})

test('whoever finds the first link later cannot compute the code from it', async () => {
  const { link, code } = await registers(await aGroup(), { neutral: 'yes' })
  expect(code).not.toBe(codeOf(link))
  expect((await page(`/ar/my/${link}`)).$('.big-code').text().trim()).toBe(code)
  expect((await send('/de/my', { code: codeOf(link) })).status).toBe(422)
  const plain = await registers(await aGroup())
  expect(plain.code).toBe(codeOf(plain.link))
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
