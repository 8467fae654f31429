import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

const texts = {
  crawling: { de: { title: 'Krabbelgruppe' }, en: { title: 'Baby group' }, ar: { title: 'مجموعة الرضّع' } },
  forms: { de: { title: 'Sprechstunde: Anträge und Briefe', body: 'Kindergeld, Wohngeld, Briefe vom Amt' } },
  pool: { de: { title: 'Wasserflöhe', summary: 'Wir gehen in die städtischen Bäder.' } },
  stories: { tr: { title: 'Masal saati' }, de: { title: 'Vorlesen auf Türkisch' } },
  tales: {
    es: { title: 'Hora del cuento' },
    de: { title: 'Märchenstunde', body: 'Danach gibt es Trommeln.' },
  },
}
beforeAll(async () => {
  await town.anOffer({ title: 'Krabbelgruppe', texts: texts.crawling, topics: ['baby'] })
  await town.anOffer({ title: 'Sprechstunde', texts: texts.forms, topics: ['forms-and-benefits'] })
  await town.anOffer({ title: 'Wasserflöhe', texts: texts.pool, topics: ['movement'] })
  await town.anOffer({ title: 'Vorlesen auf Türkisch', texts: texts.stories, topics: ['reading'] })
  await town.anOffer({ title: 'Märchenstunde', texts: texts.tales, topics: ['reading'] })
  await town.anOffer({ title: 'Trommeln', topics: ['movement'] })
  await town.anOffer({ title: 'Babyschlaf', topics: ['baby', 'sleep'] })
  await town.anOffer({ title: 'Geheimer Entwurf', topics: ['baby'], state: 'draft' })
})

describe('the search', () => {
  test.each([
    ['Krabbelgruppe', 'Krabbelgruppe'],
    ['krabbelgruppen', 'Krabbelgruppe'],
    ['krabelgrupe', 'Krabbelgruppe'],
    ['Krabb', 'Krabbelgruppe'],
    ['gruppe', 'Krabbelgruppe'],
    ['baby group', 'Krabbelgruppe'],
    ['رضّع', 'Krabbelgruppe'],
    ['Antrag', 'Sprechstunde: Anträge und Briefe'],
    ['Hilfe beim Antrag', 'Sprechstunde: Anträge und Briefe'],
    ['Bürgergeld', 'Sprechstunde: Anträge und Briefe'],
    ['wohngeld', 'Sprechstunde: Anträge und Briefe'],
    ['benefits', 'Sprechstunde: Anträge und Briefe'],
    ['Bad', 'Wasserflöhe'],
    ['Baeder', 'Wasserflöhe'],
    ['Wasserfloehe', 'Wasserflöhe'],
    ['schwimmen', 'Wasserflöhe'],
    ['سباحة', 'Wasserflöhe'],
    ['masal', 'Vorlesen auf Türkisch'],
    ['Voresen', 'Vorlesen auf Türkisch'],
    ['Hora del cuento', 'Märchenstunde'],
    ['hora de cuentos', 'Märchenstunde'],
    ['ігрова група', 'Krabbelgruppe'],
    ['igrova grupa', 'Krabbelgruppe'],
    ['مجموعة لعب', 'Krabbelgruppe'],
    ['oyun grubu', 'Krabbelgruppe'],
    ['playgroup', 'Krabbelgruppe'],
    ['Krabelgruppe', 'Krabbelgruppe'],
    ['گروه بازی', 'Krabbelgruppe'],
    ['Krabbel-Gruppe', 'Krabbelgruppe'],
    ['игровая группа', 'Krabbelgruppe'],
    ['grupa zabaw', 'Krabbelgruppe'],
    ['grup de joacă', 'Krabbelgruppe'],
    ['игрова група', 'Krabbelgruppe'],
    ['ጉጅለ ጸወታ', 'Krabbelgruppe'],
    ['groupe de jeu', 'Krabbelgruppe'],
    ['majmu3at la3eb', 'Krabbelgruppe'],
    ['goruh bazi', 'Krabbelgruppe'],
    ['gujle tsewata', 'Krabbelgruppe'],
    ['заявление', 'Sprechstunde: Anträge und Briefe'],
  ])('%s finds %s', async (typed, title) => {
    expect(await found(typed)).toContain(title)
  })

  test.each(['Quantenphysik', '!!!', "'; drop table offers", '(((', ':*', '\u0000', '%', '"Krabbel'])(
    'what nobody offers or can mean is an empty list, never a fault: %s',
    async typed => {
      const response = await web.request(address(typed))
      expect(response.status).toBe(200)
    },
  )

  test('what has the words or looks like them comes before what is only about the topic', async () => {
    expect(await found('Krabbelgruppe')).toEqual(['Krabbelgruppe', 'Babyschlaf'])
    expect(await found('krabelgrupe')).toEqual(['Krabbelgruppe', 'Babyschlaf'])
  })

  test('what is meant in another language comes before what is only about the topic', async () => {
    expect(await found('ігрова група')).toEqual(['Krabbelgruppe', 'Babyschlaf'])
  })

  test('of those that answer equally well the next one comes first', async () => {
    const later = await town.anOffer({ title: 'Seifenkisten bauen' })
    const sooner = await town.anOffer({ title: 'Seifenkisten rennen' })
    await town.anOffer({ title: 'Seifenkisten malen' })
    await town.aSession({ offer: later, on: '2026-12-09' })
    await town.aSession({ offer: sooner, on: '2026-12-02' })
    expect(await found('Seifenkisten')).toEqual([
      'Seifenkisten rennen',
      'Seifenkisten bauen',
      'Seifenkisten malen',
    ])
  })

  test('an offer with the word in its title comes before one that only mentions it', async () => {
    expect(await found('trommeln')).toEqual(['Trommeln', 'Märchenstunde'])
  })

  test.each(['Trommeln baken', 'Trommeln mit Krokodil', 'tromeln quietsch'])(
    'words of which no offer has all find what one of them says: %s',
    async typed => expect(await found(typed)).toContain('Trommeln'),
  )

  test('what one can still join comes first, then what is full, last what is closed', async () => {
    const registered = { counts: 'child', registration: 'course' } as const
    for (const [title, given, on] of [
      ['Anfang', { ...registered, closesHoursBefore: 100 }, '2026-11-24'],
      ['Mitte', { ...registered, places: 0 }, '2026-11-25'],
      ['Nah', registered, '2026-11-26'],
      ['Fern', {}, '2026-11-30'],
    ] as const)
      await town.aSession({ offer: await town.anOffer({ title: `Jonglieren ${title}`, ...given }), on })
    expect(await found('Jonglieren')).toEqual([
      'Jonglieren Nah',
      'Jonglieren Fern',
      'Jonglieren Mitte',
      'Jonglieren Anfang',
    ])
  })

  test('what is only about the topic, or has only some of the words, stands below a heading of its own', async () => {
    const aboutBabies = await inPart('Krabbelgruppe')
    expect(aboutBabies).toContain('Babyschlaf')
    expect(aboutBabies).not.toContain('Krabbelgruppe')
    expect(await inPart('Wasserflöhe quietsch')).toEqual(['Wasserflöhe'])
    expect(await inPart('Sprechstunde')).toEqual([])
    // No title says so, but that is what was meant.
    expect(await found('schwimmen')).toContain('Wasserflöhe')
    expect(await inPart('schwimmen')).toEqual([])
  })

  test('a draft is not found, and a published offer only until it is archived', async () => {
    expect(await found('Geheimer Entwurf')).toEqual([])
    const offer = await town.anOffer({ title: 'Zirkusnachmittag' })
    expect(await found('Zirkusnachmittag')).toEqual(['Zirkusnachmittag'])
    await inTransaction(town.contextOf({ kind: 'system' }), tx =>
      tx.updateTable('offers').set({ state: 'archived' }).where('id', '=', offer.id).execute(),
    )
    expect(await found('Zirkusnachmittag')).toEqual([])
  })

  test('goes together with filters, and keeps them', async () => {
    const $ = load(await (await web.request(`${address('gruppe')}&free=yes`)).text())
    expect($('input[name=free][type=hidden]').attr('value')).toBe('yes')
    expect($('input[name=q]').first().attr('value')).toBe('gruppe')
  })

  test('finds nothing of another city', async () => {
    const neighbour = await aTown(database, { slug: 'nachbarstadt' })
    await neighbour.anOffer({ title: 'Puppenspielerei' })
    expect(await found('Puppenspielerei')).toEqual([])
  })
})

const address = (typed: string) =>
  `http://kleinstadt.localhost/de/offers?${new URLSearchParams({ q: typed })}`

async function inPart(typed: string) {
  const $ = load(await (await web.request(address(typed))).text())
  return $('section:contains("Vielleicht passt das") .time-card h3')
    .map((_, title) => $(title).text())
    .get()
}

async function found(typed: string) {
  const $ = load(await (await web.request(address(typed))).text())
  return $('.time-card h3')
    .map((_, title) => $(title).text())
    .get()
}
