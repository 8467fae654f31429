import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const visitor = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
afterAll(() => Promise.all([visitor.close(), lead.close()]))

const offer = await town.anOffer({ slug: 'krabbeln', title: 'Krabbelgruppe' })
await town.aSession({ offer, on: '2026-11-24' })
await town.aSession({ offer, on: '2026-12-01' })
const elsewhere = await town.anOffer({ centre: town.dotzheim, title: 'Woanders' })
await town.aSession({ offer: elsewhere, on: '2026-11-24' })

test.each([
  ['de', 'Drucken', '23. Nov. – 29. Nov.'],
  ['en', 'Print', '23 Nov – 29 Nov'],
  ['ar', 'الطباعة', '23 نوفمبر – 29 نوفمبر'],
])('a lead chooses week, paper, offer and language in %s', async (language, title, week) => {
  const $ = load(await (await lead.get(`/${language}/staff/print`)).text())
  expect($('h1').text()).toContain(title)
  expect($('select[name=from] option').first().text()).toBe(week)
  const offers = $('select#offer option').toArray()
  expect(offers.map(option => $(option).attr('value'))).toEqual(['krabbeln'])
  expect($('select[name=language]').first().find('option').length).toBe(3)
  // Invitations are a part that is switched on.
  expect($('main a[href*="/staff/invitations"]').length).toBe(0)
})

test.each([
  [
    '?sheet=week&centre=kiez-westend&from=2026-11-30&paper=a3&language=ar',
    '/ar/centres/kiez-westend/week-a3.pdf?from=2026-11-30',
  ],
  ['?sheet=week&centre=kiez-westend&from=never&paper=a0&language=xx', '/de/centres/kiez-westend/week-a4.pdf'],
  [
    '?sheet=booklet&centre=kiez-westend&from=2027-02-01&language=ar',
    '/ar/centres/kiez-westend/booklet.pdf?from=2027-02-01',
  ],
  ['?sheet=card&centre=kiez-westend&offer=&language=en', '/en/centres/kiez-westend/card'],
  ['?sheet=card&centre=kiez-westend&offer=krabbeln', '/de/offers/krabbeln/card'],
  ['?sheet=poster&offer=krabbeln&language=en', '/en/offers/krabbeln/poster.pdf'],
])('the form for %s leads to the sheet', async (asked, sheet) => {
  const answer = await lead.get(`/de/staff/print${asked}`)
  expect([answer.status, answer.headers.get('location')]).toEqual([302, sheet])
})

test('where a centre gives out invitations, the way to them stands among what it prints', async () => {
  await lead.post(`/de/staff/parts/${town.westend.id}`, { part: 'invitations', on: 'yes' })
  const $ = load(await (await lead.get('/de/staff/print')).text())
  expect($('main a[href="/de/staff/invitations?centre=kiez-westend"]').text()).toContain('Neue Einladungen')
})

test('families find the sheets on the pages that show the same', async () => {
  const hrefs = async (path: string) =>
    load(await (await visitor.get(path)).text())('a')
      .toArray()
      .map(link => link.attribs.href)
  expect(await hrefs('/de/centres/kiez-westend')).toEqual(
    expect.arrayContaining(
      ['week-a4.pdf', 'booklet.pdf', 'card'].map(sheet => `/de/centres/kiez-westend/${sheet}`),
    ),
  )
  expect(await hrefs('/ar/offers/krabbeln')).toContain('/ar/offers/krabbeln/poster.pdf')
})

test('whoever leads no centre is not asked what to print', async () => {
  expect((await visitor.get('/de/staff/print')).headers.get('location')).toContain('/de/sign-in')
})

test('who asks for more sheets than a person could is asked to wait', async () => {
  const statuses: number[] = []
  for (let times = 0; times <= 240; times++)
    statuses.push((await visitor.get('/de/offers/unknown/poster.pdf')).status)
  expect(statuses.slice(0, 240).every(status => status === 404)).toBe(true)
  expect(statuses.at(-1)).toBe(429)
})
