import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
const { slug } = town.westend
const offer = await town.anOffer()
const german = 'Bus 4 bis Sedanplatz.\nDann zwei Minuten zu Fuß, Eingang im Hof.'
beforeAll(async () => {
  await admin.connect()
  await admin.query(`update centre_texts set about = 'Ein Haus für alle' where language = 'de'`)
})
afterAll(() => Promise.all([family.close(), lead.close(), nextDoor.close(), admin.end()]))

const writes = (web: typeof lead, words: Record<string, string>) =>
  web.post('/de/staff/introduction/directions', {
    centre: slug,
    ...Object.fromEntries(Object.entries(words).map(([code, text]) => [`directions.${code}`, text])),
  })
const pageAt = async (path: string) => load(await (await family.get(path)).text())
const wayOn = async (language: string) => (await pageAt(`/${language}/centres/${slug}`))('main .as-written')

describe('the way to a centre', () => {
  test('is written by its lead and stands on the page of the centre and of each offer', async () => {
    expect((await writes(lead, { de: german })).status).toBe(303)
    expect((await wayOn('de')).text().trim()).toBe(german)
    expect((await pageAt(`/de/offers/${offer.slug}`))('main').text()).toContain('Bus 4 bis Sedanplatz.')
    const form = load(await (await lead.get('/de/staff/introduction')).text())
    expect(form('textarea[name="directions.de"]').text().trim()).toBe(german)
  })

  test('is read in the language it has where there is none of the reader, and what else is said stays', async () => {
    await writes(lead, { de: german, en: 'Bus 4 to Sedanplatz.', ar: '' })
    expect((await wayOn('en')).text().trim()).toBe('Bus 4 to Sedanplatz.')
    const arabic = await wayOn('ar')
    expect([arabic.text().trim(), arabic.attr('lang'), arabic.attr('dir')]).toEqual([german, 'de', 'ltr'])
    const offerInArabic = await pageAt(`/ar/offers/${offer.slug}`)
    expect(offerInArabic('main').text()).toContain('Bus 4 bis Sedanplatz.')
    for (const language of ['de', 'ar'])
      expect((await pageAt(`/${language}/centres/${slug}`))('main').text()).toContain('Ein Haus für alle')
  })

  test('can be taken back, and is no longer than a page bears', async () => {
    expect((await writes(lead, { de: 'x'.repeat(601) })).status).toBe(422)
    expect((await wayOn('de')).text().trim()).toBe(german)
    await writes(lead, { de: '', en: '' })
    expect((await wayOn('de')).length).toBe(0)
    expect((await pageAt(`/de/centres/${slug}`))('a[href*="openstreetmap.org/directions"]').length).toBe(1)
  })

  test('is the words of who leads that centre', async () => {
    expect((await writes(nextDoor, { de: 'anders' })).status).toBe(404)
    await writes(lead, { de: german })
    const { rows } = await admin.query(
      `select distinct action from audit_entries where action = 'directions.changed'`,
    )
    expect(rows.length).toBe(1)
  })
})
