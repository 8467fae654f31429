import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import type { TranslationEngine } from '../../platform/machine-translation/translation-engine.ts'
import { sealWords } from './kept-names.ts'
import { readTranslation } from './read-translations.ts'
import { saveTranslation } from './save-translation.ts'
import { suggestTranslation } from './suggest-translation.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const { planned } = planningAt(town, lead)
const family = webForTest(database)
const web = webForTest(database, { as: leadOf(town.westend) })
afterAll(() => Promise.all([family.close(), web.close()]))

const heard: string[] = []
/** Translates by writing backwards, but for signs; so what is a name and what is not can be told apart. */
const backwards: TranslationEngine = {
  translate: async texts => {
    heard.push(...texts)
    const said = texts.map(text =>
      text
        .split(/(\[\[\d+\]\])/)
        .map(turned)
        .join(''),
    )
    return { outcome: 'translated', texts: said }
  },
}
const turned = (text: string) => (text.startsWith('[[') ? text : [...text].reverse().join(''))

test('what an engine began is read by somebody first, keeps names, and is said to be by a machine', async () => {
  const { slug } = await planned(
    aPlan({ what: { 'texts.de.title': 'Spielen', 'texts.de.body': 'Bei KiEZ Westend' } }),
    { publish: true },
  )
  expect(await suggestTranslation(lead, backwards, { slug, language: 'en' })).toBe('suggested')
  const { words, state, version, begunMark } = await readTranslation(lead, slug, 'en')
  expect(state).toBe('in-work')
  expect(words).toMatchObject({ title: 'neleipS', body: ' ieBKiEZ Westend' })
  expect(heard.join()).not.toContain('Westend')
  const page = async () => (await family.get(`/en/offers/${slug}`)).text()
  expect(await page()).not.toContain('neleipS')

  await saveTranslation(lead, { slug, language: 'en' }, { ...words, version, begunMark, shows: true })
  expect((await readTranslation(lead, slug, 'en')).state).toBe('machine')
  expect(await page()).toContain('Translated by a machine')

  const checked = { ...words, title: 'Play', version, begunMark: '', shows: true }
  await saveTranslation(lead, { slug, language: 'en' }, checked)
  expect((await readTranslation(lead, slug, 'en')).state).toBe('up-to-date')
  expect(await page()).not.toContain('Translated by a machine')
})

test('what a colleague has begun by hand is not written over', async () => {
  const { slug } = await planned(aPlan({ what: { 'texts.de.title': 'Backen' } }), { publish: true })
  await suggestTranslation(lead, backwards, { slug, language: 'en' })
  expect(await suggestTranslation(lead, backwards, { slug, language: 'en' })).toBe('suggested')
  const { version, begunMark, words } = await readTranslation(lead, slug, 'en')
  const byHand = { ...words, title: 'Baking', version, begunMark, shows: false }
  await saveTranslation(lead, { slug, language: 'en' }, byHand)
  expect(await suggestTranslation(lead, backwards, { slug, language: 'en' })).toBe('begun-meanwhile')
  expect((await readTranslation(lead, slug, 'en')).words.title).toBe('Baking')
})

test('it stays a machine’s however often it is saved, until somebody has read it', async () => {
  const { slug } = await planned(aPlan({ what: { 'texts.de.title': 'Malen' } }), { publish: true })
  await suggestTranslation(lead, backwards, { slug, language: 'en' })
  const address = `/de/staff/programme/${slug}/translations/en`
  const saves = async (fields: Record<string, string>) => {
    const form = load(await (await web.get(address)).text())
    const carried = ['title', 'summary', 'body', 'version', 'begunMark'].map(name => [
      name,
      String(form(`[name=${name}]`).val() ?? ''),
    ])
    await web.post(address, { ...Object.fromEntries(carried), ...fields })
    return (await readTranslation(lead, slug, 'en')).state
  }
  expect(await saves({ shows: 'no' })).toBe('in-work')
  expect(await saves({ shows: 'yes' })).toBe('machine')
  expect(await saves({ shows: 'yes' })).toBe('machine')
  expect(await saves({ shows: 'yes', isRead: 'yes' })).toBe('up-to-date')
  expect(load(await (await web.get(address)).text())('[name=isRead]').length).toBe(0)
})

test('without an engine nothing is offered, and nothing is there', async () => {
  const { slug } = await planned(aPlan({ what: { 'texts.de.title': 'Singen' } }), { publish: true })
  const address = `/de/staff/programme/${slug}/translations/en`
  expect(await (await web.get(address)).text()).not.toContain('/suggest')
  expect((await web.post(`${address}/suggest`, {})).status).toBe(404)
})

test('a text that comes back without one of its names is not taken', () => {
  const names = ['Westend', 'KiEZ Westend'].map(name => ({ german: name, said: name }))
  const { text, open } = sealWords('Zum KiEZ Westend im Westend', names)
  expect(text).toBe('Zum [[0]] im [[1]]')
  expect(open('To [[0]] in [[1]]')).toBe('To KiEZ Westend in Westend')
  expect(open('To the west end')).toBeUndefined()
})
