import i18next, { type TFunction } from 'i18next'
import ar from '../../../messages/ar.json' with { type: 'json' }
import de from '../../../messages/de.json' with { type: 'json' }
import en from '../../../messages/en.json' with { type: 'json' }
import { type Formats, formatsFor } from './formats.ts'

export const languages = ['de', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

/** How one page speaks to one person: her language, its direction, our sentences, and dates as she writes them. */
export type Wording = Formats & {
  language: Language
  direction: 'ltr' | 'rtl'
  t: TFunction
  /** 9:30–11:00, in the order in which the language reads it. */
  hours: (from: Temporal.PlainTime, until: Temporal.PlainTime) => string
}

export const isLanguage = (value: string): value is Language =>
  (languages as readonly string[]).includes(value)

const translator = i18next.createInstance()
await translator.init({
  resources: { de: { translation: de }, en: { translation: en }, ar: { translation: ar } },
  fallbackLng: 'de',
  interpolation: { escapeValue: false },
})

const known = new Map<string, Wording>()

/** The wording of a language, with times in the zone of the city. */
export const wordingFor = (language: Language, timeZone: string): Wording => {
  const key = `${language} ${timeZone}`
  const wording = known.get(key) ?? newWording(language, timeZone)
  known.set(key, wording)
  return wording
}

/** Which way a text of a language runs; asked of every text by its own language, never of its first letter. */
export const directionOf = (language: string) => (['ar', 'fa', 'he', 'ur'].includes(language) ? 'rtl' : 'ltr')

const newWording = (language: Language, timeZone: string): Wording => {
  const t = rememberingSentences(translator.getFixedT(language))
  const formats = formatsFor(language, timeZone)
  return {
    ...{ language, direction: directionOf(language), t },
    ...formats,
    hours: (from, until) => t('wording.hours', { from: formats.time(from), until: formats.time(until) }),
  }
}

/**
 * A page says a hundred sentences. Those with nothing to fill in, or only numbers and times, are put together once;
 * what may be about a person is never remembered.
 */
const rememberingSentences = (t: TFunction): TFunction => {
  const sentences = new Map<string, string>()
  return new Proxy(t, {
    apply(_, __, [key, filling]: [string, object?]) {
      const name = nameOfSentence(key, filling)
      const sentence = (name && sentences.get(name)) ?? String(Reflect.apply(t, undefined, [key, filling]))
      if (sentences.size > mostSentences) sentences.clear()
      if (name) sentences.set(name, sentence)
      return sentence
    },
  })
}

const mostSentences = 5_000

/** 7, 9:30 or 5,50 €; an Arabic price has a mark for its direction in front. */
const isFigure = /^[\d:.,€\s\u200f]{1,10}$/

/** Undefined for a sentence that is not to be remembered. */
const nameOfSentence = (key: string, filling: object = {}) => {
  let name = key
  for (const place in filling) {
    const value: unknown = filling[place as keyof typeof filling]
    if (typeof value !== 'number' && !(typeof value === 'string' && isFigure.test(value))) return undefined
    name += ` ${place}=${typeof value}${value}`
  }
  return name
}

/** The name of a language in itself, as a family looks for it: Deutsch, العربية. */
export const nameOfLanguage = (code: string, inLanguage: string = code) => {
  const key = `${code} ${inLanguage}`
  const name =
    namesOfLanguages.get(key) ?? new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code
  if (namesOfLanguages.size < mostNames) namesOfLanguages.set(key, name)
  return name
}

// Asking takes a hundred times as long as knowing, and a list of offers asks for every language of every offer.
const namesOfLanguages = new Map<string, string>()
const mostNames = 1_000
