import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

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

async function page(path: string) {
  const response = await web.request(`http://kleinstadt.localhost${path}`)
  const $ = load(await response.text())
  return { $, text: $('main').text().replaceAll('\u00a0', ' ') }
}
