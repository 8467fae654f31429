import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../../../tests/support/families.ts'
import { aPlan } from '../../../../tests/support/offer-answers.ts'
import { planningAt } from '../../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../../tests/support/server.ts'
import { aTown } from '../../../../tests/support/town.ts'
import { webForTest } from '../../../../tests/support/web.ts'
import type { TranslationEngine } from '../../../platform/machine-translation/translation-engine.ts'
import { readTranslation } from '../read-translations.ts'
import { suggestTranslation } from '../suggest-translation.ts'
import { termsIn } from './term.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const { planned } = planningAt(town, lead)
const here = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
afterAll(() => Promise.all([here.close(), nextDoor.close()]))

const address = '/de/staff/programme/glossary'
const listed = async (web: typeof here, to: string) =>
  load(await (await web.get(`${address}?to=${to}`)).text())('.rows li')
    .map((_, row) =>
      load(row)('[lang]')
        .map((_, words) => load(words).text())
        .get()
        .join(': '),
    )
    .get()

test.each([
  ['Das Amt zahlt dem Träger.', ['Träger']],
  ['Der TRÄGER des Elterncafés', ['Träger']],
  ['Trägerschaft und Hosenträger', []],
  ['Das Eltern-Café beim Träger', ['Eltern-Café', 'Träger']],
])('in %j the words of the list are %j', (text, expected) => {
  const terms = ['Träger', 'Eltern-Café', 'Kita'].map(german => ({ german, said: '' }))
  expect(termsIn([text], terms).map(({ german }) => german)).toEqual(expected)
})

describe('the list of words', () => {
  test('is that of the city: what one lead keeps, another reads, and calls otherwise', async () => {
    expect((await here.post(`${address}?to=en`, { german: 'Träger', said: 'carrier' })).status).toBe(303)
    expect(await listed(nextDoor, 'en')).toEqual(['Träger: carrier'])
    await nextDoor.post(`${address}?to=en`, { german: 'träger', said: 'provider' })
    expect(await listed(here, 'en')).toEqual(['träger: provider'])
    expect(await listed(here, 'ar')).toEqual([])
  })

  test('asks for both words and keeps what was typed', async () => {
    const answer = await here.post(`${address}?to=en`, { german: 'Kita', said: ' ' })
    expect(answer.status).toBe(422)
    expect(load(await answer.text())('input[name=german]').attr('value')).toBe('Kita')
  })

  test('loses a word, and knows no other city’s', async () => {
    await here.post(`${address}?to=en`, { german: 'Löschwort', said: 'gone' })
    const page = load(await (await here.get(`${address}?to=en`)).text())
    const drop = page('form[action$="/drop"]').first().attr('action') ?? ''
    const answer = await here.post(drop, { to: 'en' })
    expect(answer.headers.get('location')).toBe(`${address}?to=en&news=dropped`)
    expect((await here.post(drop, { to: 'en' })).status).toBe(404)
  })

  test('stands beside a text that has its words, and an engine keeps to it', async () => {
    await here.post(`${address}?to=en`, { german: 'Elterncafé', said: 'parents’ café' })
    await here.post(`${address}?to=en`, { german: 'Anderswo', said: 'elsewhere' })
    const { slug } = await planned(
      aPlan({ what: { 'texts.de.title': 'Elterncafé', 'texts.de.body': 'Zum elterncafé!' } }),
      { publish: true },
    )
    const { terms } = await readTranslation(lead, slug, 'en')
    expect(terms.map(({ said }) => said)).toEqual(['parents’ café'])
    await suggestTranslation(lead, shouting, { slug, language: 'en' })
    const { words } = await readTranslation(lead, slug, 'en')
    expect(words).toMatchObject({ title: 'parents’ café', body: 'ZUM parents’ café!' })
  })
})

/** Says everything in capitals, but for the signs of what is kept. */
const shouting: TranslationEngine = {
  translate: async texts => ({ outcome: 'translated', texts: texts.map(text => text.toUpperCase()) }),
}
