import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type EasyRule, findingsIn, lineByLine } from '../src/platform/wording/easy-german.ts'
import { languages, spokenTag, staffLanguages } from '../src/platform/wording/wording.ts'
import { sentencesOf } from './support/sentences.ts'
import { mayHaveOtherSigns, namesOfDays, wrongSigns } from './support/typography.ts'

const catalogues = [
  ...languages.map(language => ['families', language] as const),
  ...staffLanguages.map(language => ['staff', language] as const),
]

const germans = { families: sentencesOf('families', 'de'), staff: sentencesOf('staff', 'de') }
const plural = /_(zero|one|two|few|many|other)$/
const baseOf = (key: string) => key.replace(plural, '')
const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g) ?? [])].sort()

describe.each(catalogues)('for %s in %s', (readers, language) => {
  const sentences = sentencesOf(readers, language)
  const german = germans[readers]

  test('every sentence of the German original is there, and none besides', () => {
    const bases = (messages: Map<string, string>) => [...new Set([...messages.keys()].map(baseOf))].sort()
    expect(bases(sentences)).toEqual(bases(german))
  })

  test('every plural has all the forms this language knows', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const plurals = new Set([...sentences.keys()].filter(key => plural.test(key)).map(baseOf))
    const missing = [...plurals].flatMap(key =>
      forms.map(form => `${key}_${form}`).filter(full => !sentences.has(full)),
    )
    expect(missing).toEqual([])
  })

  test('every sentence uses the placeholders of the original; the words for one may leave out the number', () => {
    const wrong = [...sentences].filter(([key, sentence]) => {
      const original = german.get(key) ?? german.get(`${baseOf(key)}_other`) ?? german.get(baseOf(key)) ?? ''
      const [used, expected] = [placeholders(sentence), placeholders(original)]
      // `number` is the count as the language writes it: 9.583.
      const mayLeaveOut = plural.test(key) ? ['{{count}}', '{{number}}'] : []
      const isUnknown = used.some(
        name =>
          !expected.includes(name) && !placeholders(german.get(`${baseOf(key)}_other`) ?? '').includes(name),
      )
      const isMissing =
        !key.endsWith('_zero') && expected.some(name => !used.includes(name) && !mayLeaveOut.includes(name))
      return isUnknown || isMissing
    })
    expect(wrong).toEqual([])
  })

  test('every sentence has the quotation marks, apostrophes, commas and spaces of its language', () => {
    const wrong = [...sentences]
      .filter(([key]) => !mayHaveOtherSigns(key))
      .map(([key, sentence]) => ({ key, sentence, wrong: wrongSigns(sentence, language) }))
    expect(wrong.filter(found => found.wrong.length > 0)).toEqual([])
  })

  test('no sentence is empty', () => {
    expect([...sentences].filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })
})

/** Not everything can be said without a "no", and the program gives each sentence a line of its own. */
const leftToWriters: readonly EasyRule[] = ['negation', 'several-sentences']

/** As they stand on German paper, in the addresses of programs, and in codes. */
const names = new Set([
  ...['DSGVO', 'KDG', 'EKD', 'SGB', 'II', 'XII', 'EN', 'WCAG', 'AA', 'EUPL', 'JSON', 'HSDS', 'CSV', 'WLAN'],
  ...['AB', 'XD', 'Überwachungsstelle', 'Informationstechnik', 'Schwangerschaft'],
])

test.each(languages.filter(language => spokenTag(language) !== language))(
  'no sentence in %s uses a form that Leichte Sprache avoids',
  language => {
    const found = [...sentencesOf('families', language)]
      .filter(([key]) => !key.endsWith('.words'))
      .flatMap(([key, sentence]) =>
        findingsIn(lineByLine(sentence).replace(/\{\{\w+\}\}/g, 'X')).map(found => ({ key, ...found })),
      )
      .filter(({ rule, words }) => !leftToWriters.includes(rule) && !names.has(words))
    expect(found).toEqual([])
  },
)

test.each(languages)('in %s families read months and days of the week as a date says them', language => {
  const names = new RegExp(`(?<!\\p{L})(?:${namesOfDays(language).join('|')})(?!\\p{L})`, 'u')
  // The weekly letter always comes on a Sunday, and every language says that in its own case.
  const named = [...sentencesOf('families', language)].filter(
    ([key, sentence]) => !key.startsWith('weekLetter.') && names.test(sentence),
  )
  expect(named).toEqual([])
})

test('every catalogue is offered, and none else', () => {
  const files = globSync('messages/**/*.json')
  expect(files.toSorted()).toEqual(
    catalogues.map(([readers, language]) => `messages/${readers}/${language}.json`).toSorted(),
  )
})

test('a sentence stands in one of the halves alone', () => {
  const both = [...germans.staff.keys()].map(baseOf)
  const families = new Set([...germans.families.keys()].map(baseOf))
  expect(both.filter(key => families.has(key))).toEqual([])
})

test('every sentence is said somewhere', () => {
  const all = [...germans.families.keys(), ...germans.staff.keys()]
  expect(all.filter(key => !isSaid(baseOf(key)))).toEqual([])
})

test('control: a sentence that nobody says would be found', () => {
  expect(isSaid('design.nobodySaysThis')).toBe(false)
})

const program = globSync('src/**/*.{ts,tsx}')
  .filter(file => !/\.test\.tsx?$/.test(file))
  .map(file => readFileSync(file, 'utf8'))
  .join('\n')
const keysInFull = new Set([...program.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key))
/** `programme.kind.${kind}`: a key with a gap, which anything may fill. */
const keysWithGaps = [...program.matchAll(/`(\w+\.[^`\n]*\$\{[^`\n]*)`/g)].map(
  ([, key = '']) =>
    new RegExp(
      `^${key
        .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
        .map(RegExp.escape)
        .join('.+')}$`,
    ),
)

/** Some faults of a city pack have a second way out, when a word is near: `mend_near`. */
function isSaid(key: string) {
  const base = key.replace(/_near$/, '')
  return keysInFull.has(base) || keysWithGaps.some(pattern => pattern.test(base))
}
