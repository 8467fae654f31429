import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next, { type i18n, type TFunction } from 'i18next'
import { projectFolder } from '../config.ts'

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
export const sentencesForFamilies = (language: string): TFunction => {
  add(familiesSentences, language, 'families')
  return familiesSentences.getFixedT(language)
}

/** All sentences of a language that staff's half exists in. */
export const staffSentences = (language: string): TFunction => {
  add(everySentence, language, 'families')
  add(everySentence, language, 'staff')
  return everySentence.getFixedT(language)
}

/** Catalogues are read when somebody first reads their language: most of thirteen are not asked for all day. */
const add = (translator: i18n, language: string, readers: Readers) => {
  const whole = `${readers} ${language}`
  const known = added.get(translator) ?? new Set()
  if (known.has(whole)) return
  added.set(translator, known.add(whole))
  const catalogue: unknown = JSON.parse(
    readFileSync(join(projectFolder, 'messages', readers, `${language}.json`), 'utf8'),
  )
  translator.addResourceBundle(language, 'translation', catalogue, true)
}

const added = new WeakMap<i18n, Set<string>>()
