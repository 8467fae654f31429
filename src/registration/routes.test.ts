import { load } from 'cheerio'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { newSecret } from '../platform/web/keys.ts'
import { cancel } from './cancel.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

test('who has a code for something else finds where it belongs', async () => {
  const { $ } = await page('/de/my')
  for (const place of ['/de/ask/code', '/de/counselling/code', '/de/neighbours/code'])
    expect($(`main a[href="${place}"]`)).toHaveLength(1)
})

describe('the form', () => {
  test.each(['de', 'en', 'ar'])(
    'is filled in without an account, in %s, and answers with a code',
    async language => {
      const { intakeId = '' } = await aGroup()
      const form = await page(`/${language}/join/${intakeId}`)
      expect(form.$('html').attr('lang')).toBe(language)
      expect(form.$('h1').text()).toContain('Krabbelgruppe')

      const done = await registers(`/${language}/join/${intakeId}`, { renderingKey: keyIn(form.$) })
      expect(done).toMatch(new RegExp(`^/${language}/my/[\\w-]{22}\\?news=registered$`))
      const mine = await page(done)
      expect(mine.$('.big-code').text()).toMatch(/^\w{3}-\w{3}-\w{3}$/)
      expect(mine.$('main').text()).toContain('Mila')
    },
  )

  test('names all that is missing at once, at the field and at the top, and keeps what was typed', async () => {
    const { intakeId = '' } = await aGroup({ ageFrom: 12, ageUntil: 36 })
    const sent = { ...filledIn, called: '', email: 'nonsense', 'childYear[]': '2015' }
    const { status, $ } = await send(`/de/join/${intakeId}`, { ...sent, renderingKey: 'a'.repeat(22) })
    expect(status).toBe(422)
    const links = $('#errors a').map((_, link) => $(link).attr('href'))
    for (const link of links.get()) expect($(link.replaceAll('.', '\\.'))).toHaveLength(1)
    expect(links.get().sort()).toEqual(['#called', '#childName.0', '#email'])
    expect($('#errors').text()).toContain('Bitte schreib, wie wir dich nennen dürfen.')
    expect($('#errors').text()).not.toContain('?:')
    expect($('#email').attr('value')).toBe('nonsense')
    expect($('[name="childName[]"]').attr('value')).toBe('Mila')
  })

  test('an empty form is told at once that a name and a child are missing', async () => {
    const { intakeId = '' } = await aGroup()
    const { $ } = await send(`/de/join/${intakeId}`, { renderingKey: 'a'.repeat(22), adults: '1' })
    expect($('#errors li').text()).toBe(
      'Bitte schreib, wie wir dich nennen dürfen.Bitte trag ein, wer kommt.',
    )
  })

  test('says which ages fit, and leads to what fits the child', async () => {
    const { intakeId = '' } = await aGroup({ ageFrom: 12, ageUntil: 24 })
    const form = await page(`/de/join/${intakeId}`)
    expect(form.$('dl').text()).toContain('1–2 Jahre')
    const sent = { ...filledIn, 'childYear[]': '2022', renderingKey: 'a'.repeat(22) }
    const { $ } = await send(`/de/join/${intakeId}`, sent)
    expect($('#errors').text()).toContain('Mila: Dieses Angebot ist für Kinder 1–2 Jahre.')
    expect($('main a[href="/de/offers?age=4y"]').text()).toBe('Was passt?')
  })

  test('says that it is online, so that nobody stands before the door', async () => {
    const { intakeId = '' } = await aGroup({ way: 'online' })
    expect((await page(`/de/join/${intakeId}`)).$('dl').text()).toContain('online')
  })

  test('reads the digits of an Arabic keyboard', async () => {
    const { intakeId = '' } = await aGroup()
    const sent = { email: '', phone: '٠٦١١ ٩٠٠٠٩٩٩', adults: '۱', 'childYear[]': '٢٠٢٤' }
    const mine = await registers(`/ar/join/${intakeId}`, sent)
    const change = await page(mine.replace('?news=registered', '/change'))
    expect(change.$('main').text()).toContain('…999')
    expect(change.html).not.toContain('0611')
  })

  test('says when, where with its street, and whom to call, with the number to touch', async () => {
    const { intakeId = '', id } = await aGroup()
    const { $ } = await page(`/de/join/${intakeId}`)
    const facts = $('dl').text()
    for (const fact of ['Montag, 7. Dezember, 9:30–11:00 Uhr', 'KiEZ Westend', 'Wellritzstraße 38'])
      expect(facts).toContain(fact)
    expect($('dl a[href^="tel:"]')).toHaveLength(1)
    expect($('h1 a').attr('href')).toBe(`/de/sessions/${id}`)
    expect($('dl a[href="/de/centres/kiez-westend"]')).toHaveLength(1)
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
    expect($('[autofocus]').attr('id')).toBe('childName.1')
    expect($('main').text()).toContain('Leer lassen, wenn kein Kind mehr kommt.')
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
    expect($('main').text()).toContain('Ruf an, oft gibt es etwas Ähnliches')
    expect($('a[href^="tel:"]')).toHaveLength(1)
  })

  test.each([
    ['2026-11-30T23:00:00Z', 'Die Anmeldung öffnet am Dienstag, 1. Dezember.'],
    ['2026-12-01T08:30:00Z', 'Die Anmeldung öffnet am Dienstag, 1. Dezember um 9:30 Uhr.'],
  ])('that opens at %s says so, and midnight is only a day', async (opensAt, sentence) => {
    const { intakeId = '' } = await aGroup()
    await inTransaction(town.contextOf({ kind: 'system' }), tx =>
      sql`update intakes set opens_at = ${opensAt} where id = ${intakeId}`.execute(tx),
    )
    expect((await page(`/de/join/${intakeId}`)).$('main').text()).toContain(sentence)
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
    ['a name of several lines', { called: 'Konto gesperrt!\r\n\r\nBitte melden' }],
    ['a name with an address', { called: 'http://evil.example' }],
    ['a child with an address', { 'childName[]': 'www.evil.example' }],
    ['half a telephone number', { email: '', phone: '06' }],
  ])('%s is answered with what to mend', async (_, given) => {
    const { intakeId = '' } = await aGroup()
    const fields =
      Object.keys(given).length > 0 ? { ...filledIn, renderingKey: 'c'.repeat(22), ...given } : {}
    expect((await send(`/de/join/${intakeId}`, fields)).status).toBe(422)
  })
})

describe('after registering', () => {
  test('the code stays: after a reload, in another language, and for nobody who keeps a later link', async () => {
    const mine = await aLink()
    const code = (await page(mine)).$('.big-code').text()
    const arabic = await page((await page(`${mine}?news=registered`)).$('a[lang=ar]').attr('href') ?? '')
    expect(arabic.$('h1').text()).toBe('مكانكم محجوز')
    expect(arabic.$('.big-code').text()).toBe(code)
    const { headers } = await web.post('/de/my', { code })
    const later = await page(headers.get('location') ?? '')
    expect(later.$('main').text()).toContain('Mila')
    expect(later.$('.big-code')).toHaveLength(0)
  })

  test('the page with the code is kept nowhere', async () => {
    const { headers } = await web.get(await aLink())
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test.each<[string, Record<string, string>, string]>([
    ['an e-mail', { email: 'mila@example.org' }, 'schreiben wir dir eine E-Mail'],
    ['a number', { email: '', phone: '0611 123456' }, 'rufen wir dich an'],
    ['neither', { email: '' }, 'Wir haben keine Nummer von dir'],
    ['both, as browsers fill them in', { phone: '0611 123456' }, 'schreiben wir dir eine E-Mail'],
  ])('who waits and left %s reads how it goes on, and where in line', async (_, contact, sentence) => {
    const { intakeId = '' } = await aGroup({ places: 0 })
    const { $ } = await page(await registers(`/de/join/${intakeId}`, contact))
    expect($('h1').text()).toBe('Du stehst auf der Warteliste')
    expect($('.kern-alert').text()).toContain(sentence)
    expect($('.kern-alert').text()).toContain('Du bist an Stelle 1.')
    expect($('.kern-alert')).toHaveLength(1)
  })

  test('who has a place can put it into the calendar, and who does not know what to wear finds the offer', async () => {
    const { intakeId = '', id } = await aGroup()
    const { $ } = await page(await registers(`/de/join/${intakeId}`, {}))
    expect($(`main a[href="/de/sessions/${id}/calendar.ics"]`)).toHaveLength(1)
    expect($(`main a[href="/de/sessions/${id}"]`).text()).toBe('Krabbelgruppe')
  })

  test('nobody is sent more than twelve letters in an hour by it', async () => {
    const { intakeId = '' } = await aGroup({ places: 0 })
    const statuses: number[] = []
    for (let time = 0; time < 13; time++) {
      const sent = {
        ...filledIn,
        email: 'Victim@example.org',
        renderingKey: `victim-${time}-${'x'.repeat(16)}`,
      }
      statuses.push((await web.post(`/de/join/${intakeId}`, sent)).status)
    }
    expect(statuses).toEqual([...Array(12).fill(303), 429])
    const change = Object.entries({ ...filledIn, email: 'victim@example.org' })
    expect((await web.post(`${await aLink()}/change`, change)).status).toBe(429)
  })
})

describe('the personal link', () => {
  test('shows first names and the session, never the contact or the month of birth', async () => {
    const { $, html } = await page(await aLink())
    expect($('main').text()).toContain('Mila')
    for (const secret of ['mila.', '2024', 'Oktober']) expect(html).not.toContain(secret)
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
    const { $ } = await page(`${link}?news=cancelled`)
    expect($('.kern-alert').text()).toBe('Danke, dass du absagst. Der Platz wird weitergegeben.')
    expect($('main a[href="/de/offers"]').text()).toBe('Andere Angebote')
  })

  test('leaving the line speaks of the line, not of a place', async () => {
    const { intakeId = '' } = await aGroup({ places: 0 })
    const link = (await registers(`/de/join/${intakeId}`, {})).replace('?news=registered', '')
    const asked = await page(`${link}/cancel`)
    expect(asked.$('main').text()).toContain('Du gibst deinen Platz in der Reihe auf.')
    const { headers } = await web.post(`${link}/cancel`, {})
    const { $ } = await page(headers.get('location') ?? '')
    expect($('.kern-alert').text()).toBe('Danke. Du stehst nicht mehr auf der Warteliste.')
  })

  test('what staff have ended is not said to be the doing of the family', async () => {
    const session = await aGroup()
    const { registrationId, keys } = await joins(town, session, aFamily('Abgemeldet'))
    await cancel(atTheDesk(town), registrationId)
    const { $ } = await page(`/de/my/${keys.link}`)
    expect($('main').text()).toContain('Diese Anmeldung ist abgesagt')
    expect($('main').text()).not.toContain('Du hast')
  })

  test('news that are over are not told again', async () => {
    const link = await aLink()
    await web.post(`${link}/cancel`, {})
    const { $ } = await page(`${link}?news=registered`)
    expect($('main').text()).not.toContain('Du bist dabei')
  })

  test('a change says which contact is known without showing it, and of months only to whoever has children', async () => {
    const { $, html } = await page(`${await aLink()}/change`)
    expect($('main').text()).toContain('Bisher: \u2066m…@…\u2069')
    expect($('main').text()).toContain('Bleibt der Geburtsmonat leer')
    expect(html).not.toContain('mila.')
    const { intakeId = '' } = await aGroup({ counts: 'household' })
    const alone = await registers(`/de/join/${intakeId}`, noChild)
    const change = await page(alone.replace('?news=registered', '/change'))
    expect(change.$('main').text()).not.toContain('Bleibt der Geburtsmonat leer')
  })

  test('accepts an offered place; opening the link alone changes nothing', async () => {
    const session = await aGroup({ places: 1 })
    const first = await joins(town, session, aFamily('Erste'))
    const second = await joins(town, session, aFamily('Zweite'))
    await cancel(atTheDesk(town), first.registrationId)
    const link = `/de/my/${second.keys.link}`
    const offered = await page(link)
    expect(offered.$(`a[href="${link}/cancel"], a[href="${link}/change"]`)).toHaveLength(0)
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

  test('no code opens a registration by its address, however it is written', async () => {
    const { keys } = await joins(town, await aGroup(), aFamily('Geraten'))
    const plain = keys.code.replaceAll('-', '')
    for (const typed of [keys.code, plain, plain.toLowerCase(), `${keys.code}-----------`])
      expect((await web.get(`/de/my/${typed}`)).status).toBe(404)
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

const noChild = { 'childName[]': '', 'childMonth[]': '', 'childYear[]': '' }

const aLink = async () => {
  const { intakeId = '' } = await aGroup()
  return (await registers(`/de/join/${intakeId}`, {})).replace('?news=registered', '')
}

/** Where a family that registers is led to. */
const registers = async (path: string, fields: Record<string, string>) => {
  const renderingKey = newSecret()
  const email = `mila.${renderingKey}@example.org`
  const { headers } = await web.post(path, { ...filledIn, email, renderingKey, ...fields })
  return headers.get('location') ?? ''
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
