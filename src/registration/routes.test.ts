import { load } from 'cheerio'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { cancel } from './cancel.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

describe('the form', () => {
  test.each(['de', 'en', 'ar'])(
    'is filled in without an account, in %s, and answers with a code',
    async language => {
      const { intakeId = '' } = await aGroup()
      const form = await page(`/${language}/join/${intakeId}`)
      expect(form.$('html').attr('lang')).toBe(language)
      expect(form.$('h1').text()).toContain('Krabbelgruppe')

      const done = await send(`/${language}/join/${intakeId}`, { ...filledIn, renderingKey: keyIn(form.$) })
      expect(done.status).toBe(200)
      expect(done.$('.big-code').text()).toMatch(/^\w{3}-\w{3}-\w{3}$/)
      const mine = await page(done.$('a.kern-btn--primary').attr('href') ?? '')
      expect(mine.$('main').text()).toContain('Mila')
    },
  )

  test('names what is missing, at the field and at the top, and keeps what was typed', async () => {
    const { intakeId = '' } = await aGroup()
    const sent = { ...filledIn, called: '', email: 'nonsense', renderingKey: 'a'.repeat(22) }
    const { status, $ } = await send(`/de/join/${intakeId}`, sent)
    expect(status).toBe(422)
    const links = $('#errors a').map((_, link) => $(link).attr('href'))
    for (const link of links.get()) expect($(link)).toHaveLength(1)
    expect(links.get().sort()).toEqual(['#called', '#email'])
    expect($('#email').attr('value')).toBe('nonsense')
    expect($('[name="childName[]"]').attr('value')).toBe('Mila')
  })

  test('shows one more child when asked for, without a script', async () => {
    const { intakeId = '' } = await aGroup()
    const { status, $ } = await send(`/de/join/${intakeId}`, {
      ...filledIn,
      renderingKey: 'b'.repeat(22),
      do: 'add-child',
    })
    expect(status).toBe(200)
    expect($('[name="childName[]"]')).toHaveLength(2)
  })

  test('says which law and which provider stand behind it', async () => {
    const { intakeId = '' } = await aGroup({ centre: town.dotzheim })
    const { $ } = await page(`/de/join/${intakeId}`)
    expect($('details').text()).toContain('Caritas Kleinstadt')
    expect($('details').text()).toContain('KDG')
  })

  test('is closed, with a way out, when registration has ended', async () => {
    const { intakeId = '', startsAt } = await aGroup()
    web.moveTimeTo(startsAt)
    const { $ } = await page(`/de/join/${intakeId}`)
    web.moveTimeTo(townNow)
    expect($('form')).toHaveLength(0)
    expect($('main').text()).toContain('Die Anmeldung ist zu Ende')
  })

  test.each(['not-a-number', '00000000-0000-0000-0000-000000000000', '%00', "1'; drop table offers"])(
    'an address with %s leads nowhere',
    async id => expect((await web.get(`/de/join/${encodeURIComponent(id)}`)).status).toBe(404),
  )

  test.each<[string, Record<string, string>]>([
    ['nothing at all', {}],
    ['a hundred adults', { adults: '100' }],
    ['minus one adult', { adults: '-1' }],
    ['a month that does not exist', { 'childMonth[]': '13' }],
    ['a year in the future', { 'childYear[]': '2031' }],
    ['a very long name', { called: 'x'.repeat(5000) }],
    ['a null byte', { called: '\u0000' }],
    ['two contacts where one is enough', { phone: '0611 123456' }],
    ['half a telephone number', { email: '', phone: '06' }],
  ])('%s is answered with what to mend', async (_, given) => {
    const { intakeId = '' } = await aGroup()
    const fields =
      Object.keys(given).length > 0 ? { ...filledIn, renderingKey: 'c'.repeat(22), ...given } : {}
    expect((await send(`/de/join/${intakeId}`, fields)).status).toBe(422)
  })
})

describe('the personal link', () => {
  test('shows first names and the session, never the contact or the month of birth', async () => {
    const { $, html } = await page(await aLink())
    expect($('main').text()).toContain('Mila')
    for (const secret of ['mila@example.org', '2024', 'Oktober']) expect(html).not.toContain(secret)
  })

  test('changes and cancels, and the code on paper opens it too', async () => {
    const link = await aLink()
    const changed = await web.post(
      `${link}/change`,
      Object.entries({ ...filledIn, email: '', adults: '2', 'childMonth[]': '', 'childYear[]': '' }),
    )
    expect(changed.headers.get('location')).toBe(`${link}?news=changed`)
    const cancelled = await web.post(`${link}/cancel`, {})
    expect(cancelled.headers.get('location')).toBe(`${link}?news=cancelled`)
    expect((await page(link)).$('main').text()).toContain('Du hast abgesagt')
  })

  test('accepts an offered place; opening the link alone changes nothing', async () => {
    const session = await aGroup({ places: 1 })
    const first = await joins(town, session, aFamily('Erste'))
    const second = await joins(town, session, aFamily('Zweite'))
    await cancel(atTheDesk(town), first.registrationId)
    const link = `/de/my/${second.keys.link}`
    await page(link)
    expect(await stateOf(second.registrationId)).toBe('offered')
    const { headers } = await web.post(`${link}/answer`, { answer: 'accept' })
    expect(headers.get('location')).toBe(`${link}?news=accepted`)
    expect(await stateOf(second.registrationId)).toBe('confirmed')
  })

  test('a code typed with small letters and spaces opens the registration', async () => {
    const session = await aGroup()
    const { keys } = await joins(town, session, aFamily('Papier', { contact: { kind: 'none' } }))
    const { headers, status } = await web.post('/de/my', {
      code: keys.code.toLowerCase().replaceAll('-', ' '),
    })
    expect(status).toBe(303)
    expect((await page(headers.get('location') ?? '')).$('main').text()).toContain('Papier')
  })

  test('an unknown link is answered like any unknown page', async () => {
    const unknown = await web.get('/de/my/nothing-of-the-kind')
    const nowhere = await web.get('/de/nowhere')
    expect(unknown.status).toBe(404)
    expect((await unknown.text()).replaceAll('/my/nothing-of-the-kind', '/nowhere')).toBe(
      await nowhere.text(),
    )
  })

  test('after ten wrong codes nobody tries an eleventh', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 12; attempt++)
      statuses.push((await web.post('/de/my', { code: `AAA-AAA-A${attempt}` })).status)
    expect(statuses.at(0)).toBe(422)
    expect(statuses.at(-1)).toBe(429)
  })
})

const filledIn = {
  ...{ called: 'Sara', adults: '1', email: 'mila@example.org', phone: '' },
  ...{ 'childName[]': 'Mila', 'childMonth[]': '10', 'childYear[]': '2024' },
}

const aGroup = async (offer: Parameters<typeof town.anOffer>[0] = {}) =>
  town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', places: 5, ...offer }),
    on: '2026-12-07',
  })

const aLink = async () => {
  const { intakeId = '' } = await aGroup()
  const form = await page(`/de/join/${intakeId}`)
  const done = await send(`/de/join/${intakeId}`, { ...filledIn, renderingKey: keyIn(form.$) })
  return done.$('a.kern-btn--primary').attr('href') ?? ''
}

const page = async (path: string) => opened(await web.get(path))
const send = async (path: string, fields: Record<string, string>) => opened(await web.post(path, fields))

const opened = async (response: Response) => {
  const html = await response.text()
  return { status: response.status, html, $: load(html) }
}

const keyIn = ($: ReturnType<typeof load>) => String($('[name=renderingKey]').attr('value'))

const stateOf = async (id: string) => {
  const { rows } = await inTransaction(town.contextOf({ kind: 'system' }), tx =>
    sql<{ state: string }>`select state from registrations where id = ${id}`.execute(tx),
  )
  return rows[0]?.state
}
