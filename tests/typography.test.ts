import { expect, test } from 'vitest'
import type { Language } from '../src/platform/wording/wording.ts'
import { sentencesOf } from './support/sentences.ts'
import { namesOfDays, wrongSigns } from './support/typography.ts'

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
])('%s are found', (_, language, sentence) => {
  expect(wrongSigns(sentence, language)).not.toEqual([])
})

test.each<[Language, string, string]>([
  ['de', 'Dezember', 'Sonntag'],
  ['uk', 'грудня', 'неділя'],
  ['ar', 'ديسمبر', 'الأحد'],
])('in %s a month and a day of the week are known', (language, month, day) => {
  expect(namesOfDays(language)).toEqual(expect.arrayContaining([month, day]))
})
