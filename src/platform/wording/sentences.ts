import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type i18n } from 'i18next'
import type families from '../../../messages/families/de.json'
import type staff from '../../../messages/staff/de.json'
import { projectFolder } from '../config.ts'
import { lineByLine } from './easy-german.ts'

/**
 * Says a sentence; an unknown key is a type error, and plurals are asked for without their ending. German is the
 * language every key exists in. (The type that i18next makes of a catalogue takes a third of the time of all checking.)
 */
export type Translate = (key: KeyOf<typeof families & typeof staff>, filling?: Filling) => string

type Filling = { [place: string]: unknown }
type KeyOf<Catalogue> = WithoutPlural<PathOf<Catalogue>>
type WithoutPlural<Path> = Path extends `${infer Key}_${'zero' | 'one' | 'other'}` ? Key : Path
type PathOf<Tree> = {
  [Name in keyof Tree & string]: Tree[Name] extends string ? Name : `${Name}.${PathOf<Tree[Name]>}`
}[keyof Tree & string]

/** Leichte Sprache, by the tag registered for simplified German. */
export const easyGerman = 'de-simple'

/** Those who read a page: families in every language, those who work here in a few (docs/decisions/0035). */
type Readers = 'families' | 'staff'

const newTranslator = (more: Parameters<i18n['init']>[0] = {}) => {
  const translator = i18next.createInstance()
  // A catalogue is whole or is not offered, so nothing is ever looked for in another language.
  translator.init({
    ...{ resources: {}, fallbackLng: false, load: 'currentOnly', initAsync: false },
    ...{ interpolation: { escapeValue: false }, ...more },
  })
  return translator
}

const everySentence = newTranslator()

/**
 * Knows the families' half alone. A sentence of staff's half on a page for families is a mistake, which tests hear of;
 * a family reads it in German.
 */
export const familiesSentences = newTranslator({
  saveMissing: true,
  parseMissingKeyHandler: (key, _, filling) =>
    staffSentences('de')(key as 'wording.hours', { ...filling, lng: 'de' }),
})

/** The sentences a family may read. */
export const sentencesForFamilies = (language: string): Translate => {
  add(familiesSentences, language, 'families')
  return translateBy(familiesSentences, language)
}

/** All sentences of a language that staff's half exists in. */
export const staffSentences = (language: string): Translate => {
  add(everySentence, language, 'families')
  add(everySentence, language, 'staff')
  return translateBy(everySentence, language)
}

const translateBy = (translator: i18n, language: string): Translate => {
  const say = translator.getFixedT(language)
  return (key, filling = {}) => say(key, filling)
}

/** Catalogues are read when somebody first reads their language: most of thirteen are not asked for all day. */
const add = (translator: i18n, language: string, readers: Readers) => {
  const whole = `${readers} ${language}`
  const known = added.get(translator) ?? new Set()
  if (known.has(whole)) return
  added.set(translator, known.add(whole))
  const catalogue: unknown = JSON.parse(
    readFileSync(join(projectFolder, 'messages', readers, `${language}.json`), 'utf8'),
    (_, value) => (language === easyGerman && typeof value === 'string' ? lineByLine(value) : value),
  )
  translator.addResourceBundle(language, 'translation', catalogue, true)
}

const added = new WeakMap<i18n, Set<string>>()
