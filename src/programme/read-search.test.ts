import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Filters } from './filters.ts'
import { filtersMeant } from './read-search.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const places = [
  { name: 'Westend/Bleichstraße', code: '08' },
  { name: 'KiEZ Biebrich (Beispiel)', code: '12' },
  { name: 'Mainz-Kastel', code: '52' },
]

test.each<[string, Filters | undefined]>([
  ['Biebrich', { district: '12' }],
  ['westend', { district: '08' }],
  ['Krabbelgruppe Mainz Kastel', { q: 'Krabbelgruppe', district: '52' }],
  ['Kochen kostenlos', { q: 'Kochen', free: 'yes' }],
  ['مجاني', { free: 'yes' }],
  ['Türkisch', { language: 'tr' }],
  ['عربي', { language: 'ar' }],
  ['free Arabic', { free: 'yes', language: 'ar' }],
  ['Krabbelgruppe 2 Jahre', { q: 'Krabbelgruppe', age: '2y' }],
  ['2 yaşında', { age: '2y' }],
  ['لعب سنتين', { q: 'لعب', age: '2y' }],
  ['Biebrich 7 Monate kostenlos', { age: '7m', district: '12', free: 'yes' }],
  ['Deutsch', undefined],
  ['Vorlesen auf Türkisch', undefined],
  ['Krabbelgruppe', undefined],
])('"%s" is read as %j', (typed, meant) => {
  expect(filtersMeant({ q: typed }, typed, places)).toEqual(meant)
})

test('a district that was chosen stays, and its name is then a word like others', () => {
  expect(filtersMeant({ q: 'Biebrich', district: '08' }, 'Biebrich', places)).toBeUndefined()
})

test('an age that was chosen stays, too', () => {
  expect(filtersMeant({ q: 'Turnen 3 Jahre', age: '2y' }, 'Turnen 3 Jahre', places)).toBeUndefined()
})

test('who types the name of a district or a centre is led to what is on there', async () => {
  await town.aSession({ offer: await town.anOffer({ title: 'Werkstatt', centre: town.dotzheim }) })
  await town.aSession({ offer: await town.anOffer({ title: 'Krabbelgruppe' }) })
  const answer = await web.request('http://kleinstadt.localhost/ar/offers?q=KiEZ+Dotzheim&topic=play')
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe('/ar/offers?district=16&topic=play')
  const list = await web.request(`http://kleinstadt.localhost${answer.headers.get('location')}`)
  const $ = load(await list.text())
  expect($('.time-card h3').text()).toBe('Werkstatt')
  expect($('.chips').text()).toContain('Dotzheim')
})
