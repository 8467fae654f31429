import type { Context } from '../identity/index.ts'
import { languages, nameOfLanguage, wordingFor } from '../platform/wording/wording.ts'
import { ageIn } from './age-words.ts'
import type { Filters } from './filters.ts'
import { spokenLanguages } from './spoken-languages.ts'
import { findPlaceNames, type PlaceName } from './store/place-names.ts'
import { fold } from './topic-words.ts'

/**
 * What somebody typed, with the words that say where, how old the child is, or that it shall be free, or nothing but a
 * language, turned into the filters they mean: "Krabbelgruppe Biebrich 2 Jahre" looks for a Krabbelgruppe near Biebrich
 * for a child of two. A district or an age that was chosen already stays. Undefined where nothing but words is left.
 */
export const readSearch = async (
  context: Pick<Context, 'db' | 'city'>,
  filters: Filters,
): Promise<Filters | undefined> => {
  if (!filters.q) return undefined
  return filtersMeant(filters, filters.q, await findPlaceNames(context))
}

export const filtersMeant = (
  filters: Filters,
  typed: string,
  places: readonly PlaceName[],
): Filters | undefined => {
  const meant: Filters = { ...filters }
  const said = filters.age ? undefined : ageIn(typed)
  if (said) meant.age = said.age
  let words = (said?.left ?? typed).split(/\s+/).filter(Boolean)

  const place = filters.district ? undefined : placeIn(words, places)
  if (place) {
    meant.district = place.code
    words = words.toSpliced(place.at, place.length)
  }
  const unpriced = words.filter(word => !wordsForFree().has(fold(word)))
  if (unpriced.length < words.length) meant.free = 'yes'
  const language = languagesByName().get(fold(unpriced.join(' ')))
  if (language && !filters.language) meant.language = language

  const left = language && !filters.language ? [] : unpriced
  if (!said && left.length === typed.split(/\s+/).filter(Boolean).length) return undefined
  const { q: _, ...others } = meant
  return left.length > 0 ? { q: left.join(' '), ...others } : others
}

/** The longest name of a place among the words; a name such as Westend/Bleichstraße is known by its parts, too. */
const placeIn = (words: readonly string[], places: readonly PlaceName[]) => {
  const codes = new Map(
    places.flatMap(({ name, code }) => namesOf(name).map(known => [known, code] as const)),
  )
  for (let length = Math.min(words.length, mostWords); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const code = codes.get(fold(words.slice(at, at + length).join(' ')))
      if (code) return { code, at, length }
    }
  }
  return undefined
}

const mostWords = 4

const namesOf = (name: string) =>
  [name, ...name.split('/')]
    .flatMap(part => [part, part.replace(/^KiEZ\s+/, '').replace(/\s*\(.*\)$/, '')])
    .map(fold)
    .filter(known => known.length >= 4)

let free: Set<string> | undefined
const wordsForFree = () => {
  free ??= new Set(
    languages
      .flatMap(language => wordingFor(language, 'UTC').t('programme.filter.freeWords').split(/,\s*/))
      .map(fold),
  )
  return free
}

let byName: Map<string, string> | undefined

/** German is left out: nearly everything is offered in it, and who types it wants to learn it. */
const languagesByName = () => {
  byName ??= new Map(
    spokenLanguages
      .filter(code => code !== 'de')
      .flatMap(code =>
        [code, ...languages]
          .map(language => fold(nameOfLanguage(code, language)))
          .flatMap(name => [name, name.replace(/^ال/, '').replace(/ه$/, '')])
          .map(name => [name, code] as const),
      ),
  )
  return byName
}
