import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../../../tests/support/families.ts'
import { aPlan } from '../../../../tests/support/offer-answers.ts'
import { planningAt } from '../../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../../tests/support/server.ts'
import { aTown } from '../../../../tests/support/town.ts'
import { webForTest } from '../../../../tests/support/web.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { TranslationEngine } from '../../../platform/machine-translation/translation-engine.ts'
import { readTranslation } from '../read-translations.ts'
import { suggestTranslation } from '../suggest-translation.ts'
import { dropTerm, keepTerm, readGlossary } from './keep-term.ts'
import { termsIn } from './term.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const { westend, dotzheim } = town
const lead = town.contextOf(leadOf(westend))
const { planned } = planningAt(town, lead)
const here = webForTest(database, { as: leadOf(westend) })
const nextDoor = webForTest(database, { as: leadOf(dotzheim) })
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
    const again = await here.post(drop, { to: 'en' })
    expect(again.headers.get('location')).toBe(`${address}?to=en&news=dropped`)
  })

  test('says to the managers of whoever changed it what was done, and to nobody else’s', async () => {
    const before = await logOf(dotzheim)
    await keepTerm(lead, 'ar', { german: 'Gutschein', said: 'قسيمة' })
    const { terms } = await readGlossary(lead, 'ar')
    await dropTerm(lead, terms.find(({ german }) => german === 'Gutschein')?.id ?? '')
    const [ours, theirs] = await Promise.all([westend, dotzheim].map(logOf))
    expect(ours?.[0]).toContain('Wort der Wörterliste gestrichen')
    expect(ours?.[1]).toContain('Wort der Wörterliste gemerkt')
    expect(theirs).toEqual(before)
  })

  test('that is full takes no other word, and lets each of its own be called otherwise or go', async () => {
    await fillUp('ar')
    const keep = (german: string, said: string) => keepTerm(lead, 'ar', { german, said })
    expect(await keep('Noch eins', 'كلمة أخرى')).toEqual({ outcome: 'full' })
    expect(await keep('WORT 7', 'سبعة')).toEqual({ outcome: 'kept' })
    const { terms } = await readGlossary(lead, 'ar')
    expect(terms).toHaveLength(500)
    const seventh = terms.find(({ german }) => german === 'WORT 7')
    expect(seventh?.said).toBe('سبعة')
    await dropTerm(lead, seventh?.id ?? '')
    expect(await keep('Noch eins', 'كلمة أخرى')).toEqual({ outcome: 'kept' })
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

/** What managers of a provider read of the list of words, the newest first. */
const logOf = async ({ providerId }: { providerId: string }) => {
  const manager = webForTest(database, {
    as: {
      ...{ kind: 'staff', accountId: 'manager', name: 'Manager', ledOffers: [], supportedCentres: [] },
      memberships: [{ role: 'provider-manager', providerId, centreId: null }],
    },
  })
  const page = load(await (await manager.get('/de/staff/audit')).text())
  await manager.close()
  return page('tbody tr')
    .map((_, row) => page(row).text())
    .get()
}

const fillUp = (language: string) =>
  inTransaction(lead, tx =>
    tx
      .insertInto('glossaryTerms')
      .values(
        Array.from({ length: 500 }, (_, index) => ({
          ...{ cityId: town.city.id, language },
          ...{ german: `Wort ${index}`, said: `كلمة ${index}` },
        })),
      )
      .execute(),
  )

/** Says everything in capitals, but for the signs of what is kept. */
const shouting: TranslationEngine = {
  translate: async texts => ({ outcome: 'translated', texts: texts.map(text => text.toUpperCase()) }),
}
