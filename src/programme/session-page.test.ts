import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { aRoom } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { paths } from './paths.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

test('a date says its day once, and gives the number to call and the way to get there', async () => {
  const { id } = await town.aSession({ offer: await town.anOffer() })
  const { $ } = await page(`/ar/sessions/${id}`)
  const facts = $('.kern-card--accent')
  expect(facts.text().split('23 نوفمبر')).toHaveLength(2)
  expect(facts.find('time').text()).toBe('من 9:30 إلى 11:00')
  expect(facts.find('a[href^="tel:"]').attr('href')).toBe('tel:+496990009100')
  expect(facts.text()).toContain('Bus 4')
})

test('a date can be sent on with what and when, and with nothing that somebody added to the address', async () => {
  const { id } = await town.aSession({ offer: await town.anOffer() })
  const { $ } = await page(`/de/sessions/${id}?utm_source=x`)
  const text = new URL($('a[href^="https://wa.me/"]').attr('href') ?? '').searchParams.get('text')
  expect(text?.replaceAll('\u00a0', ' ')).toBe(
    `Krabbelgruppe, Montag, 23. November, 9:30–11:00 http://kleinstadt.localhost/de/sessions/${id}`,
  )
})

test('a closed registration gives the number to call', async () => {
  const offer = await town.anOffer({ registration: 'session', counts: 'child', closesHoursBefore: 48 })
  const { id } = await town.aSession({ offer })
  const { $, text } = await page(`/de/sessions/${id}`)
  expect(text).toContain('Ruf an, oft gibt es etwas Ähnliches:')
  expect($('.kern-card--tint a[href^="tel:"]').text()).toBe('+49 69 90009-100')
})

test('the way out stands out on what a watcher should not see: counselling, its dates and their list', async () => {
  const offer = await town.anOffer({ slug: 'trennung', kind: 'counselling', format: 'consultation' })
  const date = await town.aSession({ offer, on: '2026-11-27' })
  const loudOn = async (path: string) => load(await (await web.get(path)).text())('.leave--loud').length
  for (const path of ['/offers/trennung', `/sessions/${date.id}`, '/offers?kind=counselling'])
    expect(await loudOn(`/de${path}`), path).toBe(1)
  expect(await loudOn('/de/offers')).toBe(0)
})

test('who calls is told to call, with the number to touch, and nothing about steps', async () => {
  const offer = await town.anOffer({ way: 'phone' })
  const { id } = await town.aSession({ offer })
  const { $, text } = await page(`/de/sessions/${id}`)
  expect(text).toContain('Ruf zu dieser Zeit einfach an.')
  expect(text).not.toContain('Komm einfach')
  expect($('.kern-card--tint a[href^="tel:"]')).toHaveLength(1)
  expect(text).not.toContain('ohne Stufen')
})

test.each([
  ['2026-11-30T23:00:00Z', 'Die Anmeldung öffnet am Dienstag, 1. Dezember.'],
  ['2026-12-01T08:00:00Z', 'Die Anmeldung öffnet am Dienstag, 1. Dezember um 9:00 Uhr.'],
])('a registration that opens at %s says so, without midnight', async (opens, sentence) => {
  const offer = await town.anOffer({ registration: 'session', counts: 'child' })
  const { id } = await town.aSession({ offer, on: '2026-12-20', opensAt: Temporal.Instant.from(opens) })
  expect((await page(`/de/sessions/${id}`)).text).toContain(sentence)
})

test.each([
  ['ar', 'Hebamme', 'قابلة'],
  ['en', 'Hebamme', 'Midwife'],
  ['de', 'Familienhebamme', 'Familienhebamme'],
  ['ar', 'Fatma Demir', 'Fatma Demir'],
])('in %s, the leader %s is called %s', async (language, leader, called) => {
  const { id } = await town.aSession({ offer: await town.anOffer({ leader }) })
  const { $ } = await page(`/${language}/sessions/${id}`)
  const said = $('.kern-card--accent dd').map((_, fact) => $(fact).text())
  expect(said.get()).toContain(called)
})

describe('a date with a place of its own', async () => {
  const offer = await town.anOffer({ place: 'Bewegungsraum' })
  await town.anOffer({ place: 'Großer Saal' })
  await aRoom(town, { name: 'Werkraum' })
  await aRoom(town, { name: 'Turnhalle', atPartner: 'Grundschule Nord' })
  let day = 0

  test.each([
    ['a place that nobody knows', 'Spielplatz, Gartenweg 3', false],
    ['a room at a partner', 'Turnhalle', false],
    ['a room of the centre', 'werkraum', true],
    ['where another offer of the centre is', 'Großer Saal', true],
  ])('in %s: the address of the centre helps (%s) or leads astray', async (_, ownPlace, isAtCentre) => {
    day += 1
    const { id } = await town.aSession({ offer, on: `2026-12-0${day}`, own: { ownPlace } })
    const { $, text } = await page(`/de/sessions/${id}`)
    expect(text).toContain(ownPlace)
    expect(text.includes('Wellritzstraße 38')).toBe(isAtCentre)
    expect(text.includes('Bus 4')).toBe(isAtCentre)
    expect($('script[type="application/ld+json"]').text().includes('Wellritzstraße 38')).toBe(isAtCentre)
    const calendar = await web.request(`http://kleinstadt.localhost${paths.sessionCalendar('de', id)}`)
    const location = (await calendar.text()).replaceAll('\r\n ', '').match(/^LOCATION.*$/m)?.[0]
    expect(location).toContain(ownPlace.split(',')[0])
    expect(location?.includes('Wellritzstraße 38')).toBe(isAtCentre)
  })
})

test('an offer in a room at a partner’s leads nobody to the centre, except on a date that is held there', async () => {
  await aRoom(town, { name: 'Kirchenkeller', atPartner: 'Gemeinde Sankt Anna' })
  const offer = await town.anOffer({ slug: 'im-keller', place: 'Kirchenkeller' })
  const usual = await town.aSession({ offer, on: '2026-12-10' })
  const here = await town.aSession({ offer, on: '2026-12-11', own: { ownPlace: 'Werkraum' } })
  const says = async (path: string) => (await page(path)).$.html().includes('Wellritzstraße 38')
  expect(await says('/de/offers/im-keller')).toBe(true)
  expect((await page('/de/offers/im-keller')).text).not.toContain('Wellritzstraße 38')
  expect(await says(`/de/sessions/${usual.id}`)).toBe(false)
  expect(await says(`/de/sessions/${here.id}`)).toBe(true)
})

test('the way to a partner’s room stands with what is held there, in a language it has, and with nothing else', async () => {
  const texts = (name: string, directions: string) => ({
    de: { name, about: '', houseRules: '', directions },
  })
  await aRoom(town, { texts: texts('Kapelle', 'Bus 5 bis Anger'), atPartner: 'Gemeinde Sankt Anna' })
  await aRoom(town, { texts: texts('Kammer', 'Durch den Hof') })
  const offer = await town.anOffer({ slug: 'in-der-kapelle', place: 'Kapelle' })
  const usual = await town.aSession({ offer, on: '2026-12-10' })
  const inside = await town.aSession({ offer, on: '2026-12-11', own: { ownPlace: 'Kammer' } })
  const lost = await town.aSession({ offer, on: '2026-12-12', own: { ownPlace: 'Wiese' } })
  for (const path of ['/de/offers/in-der-kapelle', '/ar/offers/in-der-kapelle', `/de/sessions/${usual.id}`])
    expect((await page(path)).text).toContain('Bus 5 bis Anger')
  for (const { id } of [inside, lost]) {
    const { text } = await page(`/de/sessions/${id}`)
    expect(text).not.toContain('Bus 5 bis Anger')
    expect(text).not.toContain('Durch den Hof')
  }
})

async function page(path: string) {
  const response = await web.request(`http://kleinstadt.localhost${path}`)
  const $ = load(await response.text())
  return { $, text: $('main').text().replaceAll('\u00a0', ' ') }
}
