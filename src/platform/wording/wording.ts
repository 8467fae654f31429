import { type Formats, formatsFor } from './formats.ts'
import { inOwnDirection } from './own-direction.ts'
import { easyGerman, sentencesForFamilies, staffSentences, type Translate } from './sentences.ts'

export { easyGerman, type Translate } from './sentences.ts'

/** The languages families read: those with a whole catalogue in messages/families, in the order of the switch. */
export const languages = [
  'de',
  'de-simple',
  'en',
  'tr',
  'ar',
  'uk',
  'ru',
  'pl',
  'ro',
  'bg',
  'fa',
  'ti',
  'fr',
] as const
export type Language = (typeof languages)[number]

/** The languages of those who work here: with a catalogue in messages/staff. */
export const staffLanguages = ['de', 'en', 'ar'] as const satisfies readonly Language[]
export type StaffLanguage = (typeof staffLanguages)[number]

/** How one page speaks to one person: her language, its direction, our sentences, and dates as she writes them. */
export type Wording = Formats & {
  language: Language
  direction: 'ltr' | 'rtl'
  t: Translate
  /** 9:30–11:00, in the order in which the language reads it. */
  hours: (from: Temporal.PlainTime, until: Temporal.PlainTime) => string
}

export const isLanguage = (value: string): value is Language =>
  (languages as readonly string[]).includes(value)

export const isStaffLanguage = (value: string): value is StaffLanguage =>
  (staffLanguages as readonly string[]).includes(value)

/** The wording of a language for families, with times in the zone of the city. */
export const wordingFor = (language: Language, timeZone: string): Wording =>
  remembered('families', language, timeZone)

/** The wording for those who work here; whoever reads another language than staff's reads German. */
export const staffWordingFor = (language: Language, timeZone: string): Wording =>
  remembered('staff', isStaffLanguage(language) ? language : 'de', timeZone)

const remembered = (readers: keyof typeof sentencesFor, language: Language, timeZone: string) => {
  const key = `${readers} ${language} ${timeZone}`
  const wording = known.get(key) ?? newWording(language, timeZone, sentencesFor[readers])
  known.set(key, wording)
  return wording
}

const known = new Map<string, Wording>()
const sentencesFor = { families: sentencesForFamilies, staff: staffSentences }

/** Which way a text of a language runs; asked of every text by its own language, never of its first letter. */
export const directionOf = (language: string) => (['ar', 'fa', 'he', 'ur'].includes(language) ? 'rtl' : 'ltr')

const newWording = (
  language: Language,
  timeZone: string,
  sentencesIn: (language: string) => Translate,
): Wording => {
  const direction = directionOf(language)
  const t = rememberingSentences(fillingInOwnDirection(sentencesIn(language), direction))
  const formats = formatsFor(language, timeZone)
  return {
    ...{ language, direction, t },
    ...formats,
    hours: (from, until) => t('wording.hours', { from: formats.time(from), until: formats.time(until) }),
  }
}

const fillingInOwnDirection =
  (t: Translate, direction: 'ltr' | 'rtl'): Translate =>
  (key, filling = {}) => {
    const filled: Record<string, unknown> = {}
    for (const [place, value] of Object.entries(filling))
      filled[place] = typeof value === 'string' ? inOwnDirection(value, direction) : value
    return t(key, filled)
  }

/**
 * A page says a hundred sentences. Those with nothing to fill in, or only numbers and times, are put together once;
 * what may be about a person is never remembered.
 */
const rememberingSentences = (t: Translate): Translate => {
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

/**
 * The language of a text as browsers and screen readers are told it: Leichte Sprache is read aloud by a German voice,
 * and no voice is called de-simple.
 */
export const spokenTag = (language: string) => (language === easyGerman ? 'de' : language)

/** The name of a language in itself, as a family looks for it: Deutsch, العربية. */
export const nameOfLanguage = (code: string, inLanguage: string = code) => {
  if (code === easyGerman) return 'Leichte Sprache'
  const key = `${code} ${inLanguage}`
  const name =
    namesOfLanguages.get(key) ?? new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? code
  if (namesOfLanguages.size < mostNames) namesOfLanguages.set(key, name)
  return name
}

// Asking takes a hundred times as long as knowing, and a list of offers asks for every language of every offer.
const namesOfLanguages = new Map<string, string>()
const mostNames = 1_000
