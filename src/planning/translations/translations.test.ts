import { load } from 'cheerio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { aPlan } from '../../../tests/support/offer-answers.ts'
import { planningAt } from '../../../tests/support/planned-offers.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { NotFound } from '../../platform/refusals.ts'
import { finishDraft } from '../drafts/finish-draft.ts'
import { beginChange } from '../drafts/keep-draft.ts'
import { lockOffer } from '../offers/store/planned-offers.ts'
import { readTranslation, readTranslations } from './read-translations.ts'
import { saveTranslation } from './save-translation.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const { planned, changed } = planningAt(town, lead)
const web = webForTest(database, { as: leadOf(town.westend) })
const family = webForTest(database)
afterAll(() => Promise.all([web.close(), family.close()]))

const words = { title: 'Playgroup', summary: 'Come and play.', body: 'We sing.' }
let slug = ''
beforeAll(async () => {
  slug = (
    await planned(aPlan({ what: { 'texts.de.title': 'Krabbelgruppe', 'texts.de.body': 'Wir singen.' } }), {
      publish: true,
    })
  ).slug
})

const stateIn = async (language: string) => {
  const { lines } = await readTranslations(lead, { centreSlug: undefined, wanted: language })
  return lines.find(line => line.slug === slug)?.state
}
const save = async (
  version: number,
  {
    shows = true,
    language = 'en',
    ...said
  }: Partial<typeof words> & { shows?: boolean; language?: string } = {},
) => {
  const { begunMark } = await readTranslation(lead, slug, language)
  return saveTranslation(lead, { slug, language }, { ...words, ...said, version, begunMark, shows })
}

test('whoever looks waits for nobody who changes the offer', async () => {
  const { version } = await inTransaction(lead, async tx => {
    await lockOffer(tx, town.city.id, slug)
    return readTranslation(lead, slug, 'en')
  })
  expect(version).toBe(1)
})

test('what is only kept no family reads; what is shown it does', async () => {
  expect(await stateIn('en')).toBe('missing')
  expect(await save(1, { shows: false })).toEqual({ outcome: 'kept' })
  expect(await stateIn('en')).toBe('in-work')
  const page = async () => load(await (await family.get(`/en/offers/${slug}`)).text())('main').text()
  expect(await page()).toContain('Krabbelgruppe')
  expect(await page()).not.toContain('Playgroup')

  expect(await save(1)).toEqual({ outcome: 'shown' })
  expect(await stateIn('en')).toBe('up-to-date')
  expect(await page()).toContain('Playgroup')
})

test('when the source changes the translation is outdated, and both sides are told what is new', async () => {
  await changed(slug, { what: { 'texts.de.body': 'Wir tanzen.' } })
  expect(await stateIn('en')).toBe('outdated')
  const { news, words: translated } = await readTranslation(lead, slug, 'en')
  expect(translated).toEqual(words)
  expect(news?.body).toEqual([
    { words: 'Wir ', is: 'same' },
    { words: 'singen', is: 'gone' },
    { words: 'tanzen', is: 'new' },
    { words: '.', is: 'same' },
  ])
  const shown = load(await (await web.get(`/de/staff/programme/${slug}/translations/en`)).text())
  expect([shown('del').text(), shown('ins').text()]).toEqual(['singen', 'tanzen'])
  const read = load(await (await family.get(`/en/offers/${slug}`)).text())
  expect(read('main').text()).toContain('The German text is newer than this translation.')
})

test('whoever translated while the source was changed compares once more, and has lost nothing', async () => {
  const answer = await web.post(`/de/staff/programme/${slug}/translations/en`, {
    ...words,
    version: '1',
    shows: 'yes',
  })
  expect(answer.status).toBe(409)
  const page = load(await answer.text())
  expect(page('[name=title]').val()).toBe('Playgroup')
  expect(page('[name=version]').val()).toBe('2')
  expect(await save(2, { body: 'We dance.' })).toEqual({ outcome: 'shown' })
  expect(await stateIn('en')).toBe('up-to-date')
})

test('a plan begun before a translation does not undo it', async () => {
  const draftId = await beginChange(lead, slug)
  const later = town.contextOf(leadOf(town.westend), townNow.add({ minutes: 5 }))
  const said = { ...words, title: 'مجموعة لعب', version: 2, begunMark: '', shows: true }
  await saveTranslation(later, { slug, language: 'ar' }, said)
  expect((await finishDraft(lead, { draftId, publish: false })).outcome).toBe('changed-meanwhile')
  expect(await stateIn('ar')).toBe('up-to-date')
})

test('what was begun before the source changed is shown beside what is new since', async () => {
  await save(2, { language: 'ar', title: 'مجموعة', shows: false })
  await changed(slug, { what: { 'texts.de.body': 'Wir malen.' } })
  const { news, state, version } = await readTranslation(lead, slug, 'ar')
  expect({ state, version }).toEqual({ state: 'in-work', version: 3 })
  expect(news?.body.filter(({ is }) => is !== 'same').map(({ words }) => words)).toEqual(['tanzen', 'malen'])
})

test('of two who translate the same, the second compares with the first before anything is lost', async () => {
  const address = `/de/staff/programme/${slug}/translations/ar`
  const form = load(await (await web.get(address)).text())
  const carried = {
    version: String(form('[name=version]').val()),
    begunMark: String(form('[name=begunMark]').val()),
  }
  const first = { ...words, ...carried, title: 'الأولى', shows: 'no' }
  expect((await web.post(address, first)).status).toBe(303)
  const answer = await web.post(address, { ...first, title: 'الثانية', shows: 'yes' })
  expect(answer.status).toBe(409)
  const page = load(await answer.text())
  expect(page('[name=title]').val()).toBe('الثانية')
  expect(page('main').text()).toContain('الأولى')
  const begunMark = String(page('[name=begunMark]').val())
  expect((await web.post(address, { ...first, begunMark, title: 'الثانية' })).status).toBe(303)
})

test('a translation that families shall read has a title', async () => {
  const answer = await web.post(`/de/staff/programme/${slug}/translations/ar`, {
    title: ' ',
    version: '2',
    shows: 'yes',
  })
  expect(answer.status).toBe(422)
  expect(load(await answer.text())('[aria-invalid=true]').attr('name')).toBe('title')
})

test('nobody next door translates it, and nobody into a language the city does not speak', async () => {
  const stranger = town.contextOf(leadOf(town.dotzheim))
  await expect(
    saveTranslation(stranger, { slug, language: 'en' }, { ...words, version: 2, begunMark: '', shows: true }),
  ).rejects.toThrow(NotFound)
  for (const language of ['xx', 'de'])
    await expect(
      saveTranslation(lead, { slug, language }, { ...words, version: 2, begunMark: '', shows: true }),
    ).rejects.toThrow(NotFound)
})

test.each(['de', 'ar'])('the list in %s says what is to be done in each language', async language => {
  const page = load(await (await web.get(`/${language}/staff/programme/translations?to=ar`)).text())
  expect(page('.chips [aria-current]').text()).toContain(language === 'de' ? 'Arabisch' : 'العربية')
  expect(page('.rows a').text()).toContain('Krabbelgruppe')
})
