import { load } from 'cheerio'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { Icon, type IconName } from '../platform/design/index.ts'
import { eases } from './vocabulary.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

// On the first date all of it holds, by its own list and its own languages; on the second nothing does.
const cafe = await town.anOffer({ title: 'Café', isStepFree: true, languages: ['de'] })
const easy = await town.aSession({
  ...{ offer: cafe, on: '2026-11-26' },
  own: { ownLanguages: ['de', 'uk'], ownEases: [...eases] },
})
const usual = await town.aSession({ offer: cafe, on: '2026-11-25' })
const course = await town.anOffer({
  ...{ title: 'Kurs', registration: 'session', counts: 'child', places: 5, isStepFree: false },
  ...{ priceCents: 500, pricePer: 'session' },
})
const hard = await town.aSession({ offer: course, on: '2026-11-27' })

/** What belongs to the date alone, and what its offer says of all of them. */
const ofTheDate = [
  ['no papers needed', 'no-papers', 'ohne Papiere', 'no-papers=yes'],
  ['no German needed', 'no-german', 'auch ohne Deutsch', 'no-german=yes'],
  ['languages spoken in this session', 'language', 'українська', 'language=uk'],
  ['women only', 'women-only', 'nur für Frauen', 'women-only=yes'],
  ['pram', 'pram', 'Platz für Kinderwagen', 'pram=yes'],
  ['sibling care', 'sibling-care', 'Betreuung für Geschwister', 'sibling-care=yes'],
  ['food', 'food', 'mit Essen', 'food=yes'],
] as const satisfies readonly (readonly [string, IconName, string, string])[]
const ofTheOffer = [
  ['free', 'free', 'kostenlos', 'free=yes'],
  ['no appointment', 'just-come', 'einfach kommen', 'just-come=yes'],
  ['step-free', 'step-free', 'ohne Stufen', 'step-free=yes'],
] as const satisfies readonly (readonly [string, IconName, string, string])[]

test.each([...ofTheDate, ...ofTheOffer])(
  '%s: stands on the page of a date with its pictogram, and is a filter',
  async (_, icon, words, query) => {
    expect(await drawnOn(easy.id, icon, words)).toBe(true)
    expect(await drawnOn(hard.id, icon, words)).toBe(false)

    const list = await pageOf(`/de/offers?${query}`)
    const found = list('.time-card a[href*="/sessions/"]').map((_, link) => list(link).attr('href'))
    expect(found.get().some(href => href?.endsWith(hard.id))).toBe(false)
    expect(found.length).toBeGreaterThan(0)
    expect(list(`form [name="${query.split('=')[0]}"]`).length).toBeGreaterThan(0)
  },
)

test.each(ofTheDate)('%s: of one date is not said of the next', async (_, icon, words, query) => {
  expect(await drawnOn(usual.id, icon, words)).toBe(false)
  const list = await pageOf(`/de/offers?${query}`)
  expect(list('.time-card a').first().attr('href')).toBe(`/de/sessions/${easy.id}`)
})

/** Whether the pictogram stands beside the words. */
const drawnOn = async (sessionId: string, icon: IconName, words: string) => {
  const page = await pageOf(`/de/sessions/${sessionId}`)
  const shape = load(String(Icon({ name: icon })))('svg').html()
  return page('main svg')
    .toArray()
    .some(each => page(each).html() === shape && page(each).closest('li, dl > div, p').text().includes(words))
}

const pageOf = async (path: string) => load(await (await web.get(path)).text())
