import { type Language, spokenTag } from '../../src/platform/wording/wording.ts'

/** Which quotation marks each language has; what opens stands first. */
const quotes: Record<Language, string> = {
  ...{ de: '„“', 'de-simple': '„“', bg: '„“', pl: '„”', ro: '„”', en: '“”', tr: '“”' },
  ...{ ar: '«»', fa: '«»', uk: '«»', ru: '«»', ti: '«»', fr: '«»' },
}

/** Lists of words for the search, which nobody reads; marks and values of files, and German quoted as it is. */
export const mayHaveOtherSigns = (key: string) =>
  /^(programme\.(topic\.[\w-]+\.words|filter\.freeWords|easy\.rule\.)|cityPack\.faults\.|people\.form\.fundedByHint)/.test(
    key,
  )

/** What is wrong with the marks, commas and spaces of a sentence in its language. */
export const wrongSigns = (written: string, language: Language): string[] => {
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

/** Months and days of the week. Short ones are words of their own somewhere: May, mai, luni. */
export const namesOfDays = (language: Language): string[] => {
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
