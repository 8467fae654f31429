import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { partOf } from './pages/pictures.tsx'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const offer = await town.anOffer({ slug: 'krabbeln', title: 'Krabbelgruppe', ageUntil: 18 })
const session = await town.aSession({ offer, on: '2026-11-24' })
await town.aSession({ offer, on: '2026-11-26', at: '18:00', until: null, cancelled: 'illness' })

test.each([
  ['de', 'Dienstag, 24. November', 'Krabbelgruppe, 9:30–11:00', 'entfällt'],
  ['ar', 'الثلاثاء، 24 نوفمبر', 'Krabbelgruppe, ', 'ملغى'],
])('the week is pictures alone, and words for a screen reader in %s', async (language, day, date, off) => {
  const $ = load(await (await web.get(`/${language}/centres/kiez-westend/pictures`)).text())
  const said = $('.picture-day').text()
  for (const words of [day, date, off]) expect(said).toContain(words)
  expect($('.picture-day').length).toBe(7)
  expect($('.picture-day svg').length).toBe(7 + 2)
  expect($(`a[href="/${language}/sessions/${session.id}"] svg`).length).toBe(1)
  // The hour hand at half past nine, the same way round in every language.
  expect($('.picture-day li svg').first().html()).toContain(language === 'de' ? 'M30 112' : 'M90 112')
  $('main .kern-sr-only').remove()
  // Nothing is to be read but whose week it is.
  expect($('main h1').text().replaceAll('\u00ad', '').trim()).toBe('KiEZ Westend')
  expect($('.picture-day').text().trim()).toBe('')
})

test('the plan of a centre leads there, and there one turns to the next week', async () => {
  const plan = load(await (await web.get('/de/centres/kiez-westend')).text())
  const link = plan('a[href="/de/centres/kiez-westend/pictures"]')
  expect([link.text(), link.find('svg').length]).toEqual(['Die Woche in Bildern', 1])
  const pictures = load(await (await web.get('/de/centres/kiez-westend/pictures')).text())
  expect(pictures('main a[href$="/pictures?from=2026-11-30"]').length).toBe(1)
  expect((await web.get('/de/centres/unknown/pictures')).status).toBe(404)
})

test.each([
  ['09:30', 'morning'],
  ['12:00', 'afternoon'],
  ['16:59', 'afternoon'],
  ['17:00', 'evening'],
])('at %s it is %s', (time, part) => {
  expect(partOf(Temporal.PlainTime.from(time))).toBe(part)
})
