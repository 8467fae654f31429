import { describe, expect, test } from 'vitest'
import { type Language, languages, spokenTag, staffLanguages } from '../src/platform/wording/wording.ts'
import { sentencesOf } from './support/sentences.ts'

/** Which quotation marks each language has; what opens stands first. */
const quotes: Record<Language, string> = {
  ...{ de: '„“', 'de-simple': '„“', bg: '„“', pl: '„”', ro: '„”', en: '“”', tr: '“”' },
  ...{ ar: '«»', fa: '«»', uk: '«»', ru: '«»', ti: '«»', fr: '«»' },
}

/** Lists of words for the search, which nobody reads. */
const isReadByNobody = (key: string) => /^programme\.(topic\.[\w-]+\.words|filter\.freeWords)$/.test(key)

/** Marks and values of files, and German quoted as it is. */
const speakOfMarks = /^(cityPack\.faults|programme\.easy\.rule|people\.form\.fundedByHint)\b/

describe.each(languages)('what families read in %s', language => {
  const sentences = [...sentencesOf('families', language)]
  signsAreProper(sentences, language)

  test('names no month and no day of the week by hand: a date says them', () => {
    const names = new RegExp(`(?<!\\p{L})(?:${namesOfDays(language).join('|')})(?!\\p{L})`, 'u')
    // The weekly letter always comes on a Sunday, and every language says that in its own case.
    const named = sentences.filter(
      ([key, sentence]) => !key.startsWith('weekLetter.') && names.test(sentence),
    )
    expect(named).toEqual([])
  })
})

describe.each(staffLanguages)('what staff read in %s', language => {
  signsAreProper([...sentencesOf('staff', language)], language)
})

test.each<[Language, string, string]>([
  ['de', 'Dezember', 'Sonntag'],
  ['uk', 'грудня', 'неділя'],
  ['ar', 'ديسمبر', 'الأحد'],
])('control: in %s a month and a day of the week would be found', (language, month, day) => {
  expect(namesOfDays(language)).toEqual(expect.arrayContaining([month, day]))
})

test.each(['families', 'staff'] as const)(
  'in German, %s read the name of a language without "auf"',
  readers => {
    // "auf Leichte Sprache" is no German.
    const wrong = (language: 'de' | 'de-simple') =>
      [...sentencesOf(readers, language)].filter(([, sentence]) =>
        /\bauf \{\{(language|wanted)\}\}/i.test(sentence),
      )
    expect(wrong('de')).toEqual([])
    if (readers === 'families') expect(wrong('de-simple')).toEqual([])
  },
)

test.each<[string, Language, string]>([
  ['straight marks', 'de', 'Drücke auf "Weiter".'],
  ['a straight apostrophe', 'en', "I'm here"],
  ['three dots', 'en', 'Wait...'],
  ['marks of another language', 'en', 'Press „Next“.'],
  ['marks the wrong way round', 'de', 'Drücke auf “Weiter„.'],
  ['a comma of another script', 'ar', 'خبز, حليب'],
  ['a question mark of another script', 'fa', 'چه کسی?'],
  ['a plain space before a colon', 'fr', 'Date : lundi'],
])('control: %s would be found', (_, language, sentence) => {
  expect(faultsIn(sentence, language)).not.toEqual([])
})

function signsAreProper(sentences: readonly (readonly [string, string])[], language: Language) {
  test('has the quotation marks, apostrophes, commas and spaces of the language', () => {
    const faults = sentences
      .filter(([key]) => !isReadByNobody(key) && !speakOfMarks.test(key))
      .flatMap(([key, sentence]) =>
        faultsIn(sentence, language).map(fault => `${key} (${fault}): ${sentence}`),
      )
    expect(faults).toEqual([])
  })
}

function faultsIn(written: string, language: Language): string[] {
  const sentence = written.replace(/\{\{\w+\}\}/g, '0').replace(/https?:\S*/g, '')
  const marks = [...sentence].filter(sign => '„“”«»"‹›'.includes(sign)).join('')
  const paired = quotes[language].repeat(marks.length / 2)
  return [
    ...(/["']/.test(sentence) ? ['straight'] : []),
    ...(sentence.includes('...') ? ['dots'] : []),
    ...(marks === paired ? [] : ['quotes']),
    ...(isArabic(language) && /(?<!\d),|,(?!\d)|[;?]/.test(withoutLatin(sentence)) ? ['list'] : []),
    ...(!isArabic(language) && /[،؛؟]/.test(sentence) ? ['list'] : []),
    ...(language === 'ti' && /(?<=\p{Script=Ethiopic}) ?[,;]/u.test(sentence) ? ['list'] : []),
    ...(language === 'fr' && /(?<![\u00a0\u202f])[:;?!»](?=\s|$)|«(?![\u00a0\u202f])/.test(sentence)
      ? ['space']
      : []),
  ]
}

const isArabic = (language: Language) => language === 'ar' || language === 'fa'

/** What stands between the marks that set German law or a list of codes apart, from left to right. */
const withoutLatin = (sentence: string) => sentence.replace(/\u200e[^\u200e]*\u200e/g, '')

/** Short ones are words of their own somewhere: May, mai, luni. */
function namesOfDays(language: Language): string[] {
  const say = (parts: Intl.DateTimeFormatOptions, on: Temporal.PlainDate) =>
    new Intl.DateTimeFormat(spokenTag(language), { ...parts, calendar: 'gregory' })
      .formatToParts(on)
      .flatMap(({ type, value }) => (type === 'month' || type === 'weekday' ? [value] : []))
  const day = Temporal.PlainDate.from('2026-01-05')
  const months = Array.from({ length: 12 }, (_, index) => day.add({ months: index }))
  const week = Array.from({ length: 7 }, (_, index) => day.add({ days: index }))
  return [
    ...months.flatMap(on => [...say({ month: 'long' }, on), ...say({ month: 'long', day: 'numeric' }, on)]),
    ...week.flatMap(on => say({ weekday: 'long' }, on)),
  ].filter(name => /^\p{L}{5,}$/u.test(name))
}
