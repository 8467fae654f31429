import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { aRoom } from '../../tests/support/rooms.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { eases } from './vocabulary.ts'
import { readAloud } from './voices.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

await aRoom(town, { name: 'Saal', isStepFree: true })
await aRoom(town, { name: 'Keller', isStepFree: false })
const cafe = await town.anOffer({
  ...{ slug: 'cafe', title: 'Café', place: 'Saal', languages: ['de', 'tr'] },
  eases: ['no-papers', 'no-german', 'pram'],
  texts: { de: { title: 'Café', body: 'Kommt herein.' } },
})
const usual = await town.aSession({ offer: cafe, on: '2026-11-24' })
const festive = await town.aSession({
  ...{ offer: cafe, on: '2026-12-01' },
  own: { ownLanguages: ['de', 'uk'], ownEases: ['food', 'sibling-care'], ownPlace: 'Keller' },
})
const sewing = await town.anOffer({
  ...{ slug: 'naehen', title: 'Nähen', place: 'Keller', isStepFree: true, eases: ['women-only'] },
})
await town.aSession({ offer: sewing, on: '2026-11-25' })
await town.anOffer({ title: 'Draußen', place: 'Wiese', isStepFree: true })

describe('what makes it easy to come', () => {
  test.each([
    ['de', ['ohne Papiere', 'auch ohne Deutsch', 'Platz für Kinderwagen']],
    ['ar', ['بدون أوراق', 'حتى دون معرفة الألمانية', 'مكان لعربة الأطفال']],
  ])('stands on the page in %s, each with its picture', async (language, words) => {
    for (const path of [`offers/cafe`, `sessions/${usual.id}`]) {
      const page = await pageOf(`/${language}/${path}`)
      const tags = page('main .tags').first().find('li')
      for (const word of words) {
        const tag = tags.filter((_, each) => page(each).text().trim() === word)
        expect(tag.find('svg').length, `${path}: ${word}`).toBe(1)
      }
    }
  })

  test('and what it is about can be listened to, where the device has a voice for it', async () => {
    for (const path of ['/ar/offers/cafe', `/ar/sessions/${usual.id}`]) {
      const page = await pageOf(path)
      const listen = page('listen-aloud')
      // The words are German still, and so is the voice; the button is in the language of the page.
      expect([listen.attr('lang'), listen.attr('hidden'), listen.text()]).toEqual(['de', 'hidden', 'استماع'])
      const [title, when, where, ...words] = page(readAloud)
        .map((_, part) => page(part).text())
        .get()
      expect(title).toBe('Café')
      expect(when).toBe('Dienstag, 24. November, 9:30–11:00')
      expect(where).toMatch(/^KiEZ Westend, Saal, /)
      expect(words).toEqual(['Kommt herein.'])
      expect(page('script[src*="listen-aloud"]').length).toBe(1)
    }
  })

  test('of a day that is not as always is that of the day', async () => {
    const text = (await pageOf(`/de/sessions/${festive.id}`))('main').text()
    expect(text).toContain('Sprachen: Deutsch und Ukrainisch')
    expect(text).toContain('Das macht es leicht: mit Essen und Betreuung für Geschwister')
    for (const usually of ['Türkçe', 'ohne Papiere', 'ohne Stufen erreichbar'])
      expect(text).not.toContain(usually)
    const always = (await pageOf(`/de/sessions/${usual.id}`))('main').text()
    for (const word of ['Türkçe', 'ohne Stufen erreichbar']) expect(always).toContain(word)
    expect(always).not.toContain('Anders als sonst')
  })

  test('that it is for women alone is said in lists too', async () => {
    const $ = await pageOf('/de/offers')
    const card = $('.time-card').filter((_, each) => $(each).text().includes('Nähen'))
    expect(card.text()).toContain('nur für Frauen')
  })

  test.each([
    ['no-papers=yes', ['Café'], usual.id],
    ['food=yes', ['Café'], festive.id],
    ['language=uk', ['Café'], festive.id],
    ['language=tr', ['Café'], usual.id],
    ['food=yes&no-papers=yes', ['Café'], undefined],
    ['women-only=yes', ['Nähen'], undefined],
    // The cellar has steps, whatever the offer says; of a meadow nothing is known but what it says.
    ['step-free=yes', ['Café', 'Draußen'], usual.id],
    ['day=tuesday&food=yes', [], undefined],
  ])('is looked for, by what is true of a date: %s', async (query, titles, sessionId) => {
    const $ = await pageOf(`/de/offers?${query}`)
    const found = $('.time-card h3')
      .map((_, title) => $(title).text())
      .get()
    expect(found).toEqual(titles)
    if (sessionId) expect($('.time-card a').first().attr('href')).toBe(`/de/sessions/${sessionId}`)
  })

  test('can each be ticked in the filter, and taken back', async () => {
    const form = await pageOf('/de/offers')
    for (const ease of eases) expect(form(`input[name="${ease}"]`).length, ease).toBe(1)
    const chips = await pageOf('/de/offers?pram=yes')
    expect(chips('a[href="/de/offers"]').text()).toContain('Platz für Kinderwagen')
  })

  test('is known to programs, offer by offer and day by day', async () => {
    const asked = async (path: string) => JSON.parse(await (await web.get(path)).text())
    expect(await asked(`/api/v1/sessions/${festive.id}?lang=de`)).toMatchObject({
      ...{ languages: ['de', 'uk'], easyToCome: ['food', 'sibling-care'], isStepFree: false },
    })
    const { items } = await asked('/api/v1/offers?pram=yes')
    expect(items).toMatchObject([{ easyToCome: ['no-papers', 'no-german', 'pram'], isStepFree: true }])
  })

  test('that nobody needs papers or German is a sentence where one registers, too', async () => {
    const course = await town.anOffer({
      ...{ slug: 'kurs', title: 'Kurs', registration: 'course', counts: 'child' },
      eases: ['no-papers', 'no-german'],
    })
    const { id } = await town.aSession({ offer: course, on: '2026-11-26' })
    for (const path of ['/de/offers/kurs', `/de/sessions/${id}`]) {
      const text = (await pageOf(path))('.kern-card').text()
      for (const sentence of ['Du brauchst keine Papiere.', 'Du brauchst kein Deutsch.'])
        expect(text, path).toContain(sentence)
    }
    const sewingPage = (await pageOf('/de/offers/naehen'))('main').text()
    expect(sewingPage).not.toContain('Du brauchst kein Deutsch.')
  })
})

const pageOf = async (path: string) => load(await (await web.get(path)).text())
