import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { readPdf } from '../../tests/support/pdf.ts'
import { tablesWith } from '../../tests/support/residue.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const { registers, page, send } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), admin.end()]))

describe('the family page', () => {
  test.each(['de', 'ar'])('shows dates, registrations and what is stored, in %s', async language => {
    const { link } = await registers(await aGroup({ title: 'Turnzwerge' }), { language })
    const mine = await page(`/${language}/my/${link}`)
    expect(mine.$(`main a[href="/${language}/my/${link}/family"]`)).toHaveLength(1)
    const { $, html } = await page(`/${language}/my/${link}/family`)
    expect($('.time-card h3').text()).toContain('Turnzwerge')
    expect($('main').text()).toContain('Mila')
    expect($('dl dd').length).toBeGreaterThanOrEqual(5)
    expect(html).toContain(`/${language}/my/${link}/family/calendar.ics`)
  })

  test('P07: whoever is looking on finds first names and dates, no number and no address', async () => {
    const byMail = await registers(await aGroup(), { email: 'geheim@familie.example' })
    const byPhone = await registers(await aGroup(), { email: '', phone: '0611 4711 999' })
    for (const { link } of [byMail, byPhone]) {
      const { html } = await page(`/de/my/${link}/family`)
      expect(html).not.toContain('geheim@')
      expect(html).not.toMatch(/4711/)
    }
  })

  test('lists the paper for what it costs and opens it again; nothing for what is free, nor by another link', async () => {
    const paid = await registers(await aGroup({ title: 'Töpfern', priceCents: 550, pricePer: 'session' }))
    const free = await registers(await aGroup())
    const { $ } = await page(`/ar/my/${paid.link}/family`)
    const href = String($('main a[href$="/confirmation.pdf"]').attr('href'))
    const paper = await web.get(href)
    expect([paper.headers.get('content-type'), paper.headers.get('cache-control')]).toEqual([
      'application/pdf',
      'no-store',
    ])
    const { text } = await readPdf(new Uint8Array(await paper.arrayBuffer()))
    expect(text).toContain('Bestätigung für Bildung und Teilhabe')
    expect(text).toContain('Mila')
    expect(text).not.toContain('Schon bezahlt')
    expect((await page(`/de/my/${free.link}/family`)).$('main a[href$="/confirmation.pdf"]')).toHaveLength(0)
    expect((await web.get(href.replace(paid.link, free.link))).status).toBe(404)
  })

  test('a date that is over, or a place that is waited for, is not announced', async () => {
    const session = await aGroup({ places: 1 })
    await registers(session)
    const { link } = await registers(session)
    const { $ } = await page(`/de/my/${link}/family`)
    expect($('.time-card')).toHaveLength(0)
    expect($('main').text()).toContain('Warteliste')
  })

  test('is a calendar that programs read, and nobody keeps on the way', async () => {
    const { link } = await registers(await aGroup({ title: 'Babymassage' }))
    const file = await web.get(`/de/my/${link}/family/calendar.ics`)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(await file.text()).toContain('SUMMARY;LANGUAGE=de:Babymassage')
  })

  test('a link that opens nothing is answered like any unknown page', async () => {
    for (const path of ['family', 'family/calendar.ics'])
      for (const link of ['a'.repeat(22), 'x'])
        expect((await web.get(`/de/my/${link}/${path}`)).status).toBe(404)
    const open = await web.post(`/de/my/${'a'.repeat(22)}/family/open`, { registration: 'x' })
    expect(open.status).toBe(404)
  })
})

test('one leaves quickly from every page, and going back does not lead there', async () => {
  const { link } = await registers(await aGroup())
  const [home, mine] = [await page('/ar'), await page(`/ar/my/${link}/family`)]
  expect([home, mine].map(({ $ }) => $('.leave').attr('href'))).toEqual(
    Array(2).fill('https://www.tagesschau.de/'),
  )
  expect([home, mine].map(({ $ }) => $('.leave--loud').length)).toEqual([0, 1])
  expect([home, mine].map(({ $ }) => $('script[src*=leave-quickly]').length)).toEqual([1, 1])
})

describe('registrations of one family', () => {
  test('stand together once it has shown that both are hers, and each opens by its own new link', async () => {
    const [first, second] = [
      await registers(await aGroup({ title: 'Singen' })),
      await registers(await aGroup({ title: 'Malen' })),
    ]
    const sent = await web.post(`/de/my/${first.link}/family/together`, { code: second.code.toLowerCase() })
    expect(sent.headers.get('location')).toBe(`/de/my/${first.link}/family?news=together`)
    for (const { link } of [first, second]) {
      const { $ } = await page(`/de/my/${link}/family`)
      expect($('[action$="/open"] [name=registration]')).toHaveLength(2)
    }
    const { $ } = await page(`/de/my/${first.link}/family`)
    const ids = $('[action$="/open"] [name=registration]').map((_, field) => $(field).attr('value') ?? '')
    const opened = await Promise.all(
      ids.get().map(async registration => {
        const { headers } = await web.post(`/de/my/${first.link}/family/open`, { registration })
        return (await page(headers.get('location') ?? '')).$('h1').text()
      }),
    )
    expect(opened.sort()).toEqual(['Malen', 'Singen'])
  })

  test('never meet by an equal name or address, because those prove nothing', async () => {
    const same = { called: 'Amina', email: 'amina@familie.example' }
    const [first, second] = [await registers(await aGroup(), same), await registers(await aGroup(), same)]
    for (const { link } of [first, second])
      expect((await page(`/de/my/${link}/family`)).$('[action$="/open"] [name=registration]')).toHaveLength(1)
  })

  test('a page opens only what stands on it', async () => {
    const [mine, theirs] = [await registers(await aGroup()), await registers(await aGroup())]
    const { $ } = await page(`/de/my/${theirs.link}/family`)
    const registration = String($('[action$="/open"] [name=registration]').attr('value'))
    expect((await web.post(`/de/my/${mine.link}/family/open`, { registration })).status).toBe(404)
  })

  test('stay apart where they belong to different providers', async () => {
    const first = await registers(await aGroup())
    const second = await registers(await aGroup({ centre: town.dotzheim }))
    const sent = await web.post(`/de/my/${first.link}/family/together`, { code: second.code })
    expect(sent.headers.get('location')).toContain('news=other-provider')
    const told = await page(sent.headers.get('location') ?? '')
    expect(told.$('[role=status] a[href="/de/my"]')).toHaveLength(1)
    expect(
      (await page(`/de/my/${first.link}/family`)).$('[action$="/open"] [name=registration]'),
    ).toHaveLength(1)
  })

  test('a wrong code is named at its field, and only so many may be tried', async () => {
    const { link } = await registers(await aGroup())
    const again = await send(`/de/my/${link}/family/together`, { code: 'KKK-KKK-KKK' })
    expect(again.status).toBe(422)
    expect(again.$('#errors a').attr('href')).toBe('#code')
    for (let tried = 0; tried < 10; tried++)
      await send(`/de/my/${link}/family/together`, { code: 'KKK-KKK-KKK' })
    expect((await send(`/de/my/${link}/family/together`, { code: 'KKK-KKK-KKK' })).status).toBe(429)
    await admin.query('truncate identity.rate_limits')
  })
})

describe('a family that has everything deleted', () => {
  const traces = ['sandıkçı', 'zübeyde', 'tezcan@familie.example', '0611 4711 0815']

  test('P04: leaves no trace in any column of any table, and its link and code open nothing', async () => {
    const given = { called: 'Sandıkçı', 'childName[]': 'Zübeyde', email: 'tezcan@familie.example' }
    const session = await aGroup({ places: 1, title: 'Turnen' })
    const [first, second] = [
      await registers(session, given),
      await registers(await aGroup(), { ...given, email: '', phone: '0611 4711 0815' }),
    ]
    await web.post(`/de/my/${first.link}/family/together`, { code: second.code })
    const next = await registers(session, { called: 'Nächste' })
    expect(await tablesWith(admin, traces)).toEqual(
      expect.arrayContaining(['public.households', 'public.household_children', 'public.messages']),
    )

    const sent = await web.post(`/de/my/${first.link}/family/erase`, { sure: 'yes' })
    expect(sent.headers.get('location')).toBe('/de/my?news=erased')
    expect((await page('/de/my?news=erased')).$('[role=status]').text()).toContain('Alles ist gelöscht')
    expect(await tablesWith(admin, traces)).toEqual([])
    for (const { link } of [first, second]) expect((await web.get(`/de/my/${link}`)).status).toBe(404)
    expect((await page(`/de/my/${next.link}`)).$('main').text()).toContain('Ein Platz ist für dich frei')
  })

  test('control: who does not say that she is sure keeps everything', async () => {
    const { link } = await registers(await aGroup(), { called: 'Bleibt' })
    const { status, $ } = await send(`/de/my/${link}/family/erase`, {})
    expect(status).toBe(422)
    expect($('#sure').attr('aria-invalid')).toBe('true')
    expect(await tablesWith(admin, ['bleibt'])).toContain('public.households')
  })

  test('P05: is told what stays and why; the line of the cash book has no name', async () => {
    const { link } = await registers(await aGroup(), { called: 'Zahlt' })
    expect((await page(`/de/my/${link}/family`)).$('#erase').text()).toContain('§ 147 AO')
  })

  test('P02: nobody has to download anything first, and an offer that is no longer published does not hinder', async () => {
    const session = await aGroup()
    const { link } = await registers(session, { called: 'Archiv' })
    await admin.query(`update offers set state = 'archived' where id = $1`, [session.offerId])
    await web.post(`/de/my/${link}/family/erase`, { sure: 'yes' })
    expect(await tablesWith(admin, ['archiv'])).not.toContain('public.households')
  })
})

const aGroup = async (offer: Parameters<typeof town.anOffer>[0] = {}) =>
  town.aSession({
    offer: await town.anOffer({ registration: 'session', counts: 'child', places: 5, ...offer }),
    on: '2026-12-07',
  })
