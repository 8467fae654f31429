import { compare } from './compare.ts'
import type { ConceptFile } from './read-concept.ts'
import * as store from './store/concept.ts'
import { idOf } from './store/map.ts'
import { valuesOf, withNewIds } from './write-map.ts'
import type { Writing } from './writing.ts'

/**
 * The version of the framework concept that the pack brings. It ends the one before, which stays as it was; the keys
 * of its articles stay too, so that offers go on pointing to them.
 */
export const writeConcept = async ({ tx, cityId, pack, stored }: Writing) => {
  const { concept } = pack
  const compared = compare('concept.md', concept && entriesOf(concept, pack), stored)
  if (!concept) return { compared: [compared] }

  const { version, validFrom } = concept.head
  const versions = await store.listVersions(tx, cityId)
  const later = versions.find(
    other => other.slug !== version && Temporal.PlainDate.compare(other.validFrom, validFrom) >= 0,
  )
  if (later) return { faults: [concept.fault(1, 'concept-later', { value: later.name })] }

  const ids = withNewIds(new Map(versions.map(({ slug, id }) => [slug, id])), [version])
  const key = { cityId, versionId: idOf(ids, version) }
  const written = valuesOf(compared)
  await store.endVersionsBefore(tx, key, validFrom)
  await store.writeVersions(
    tx,
    key,
    written.flatMap(({ head }) => head ?? []),
  )
  await store.dropArticles(
    tx,
    key,
    compared.removed.flatMap(removed => articleKeyOf(removed, version)),
  )
  await store.writeArticles(
    tx,
    key,
    written.flatMap(({ article }) => article ?? []),
  )
  return { compared: [compared] }
}

type Entry = { head?: ConceptFile['head']; article?: store.Article }

/** The head, and each article with its place and its words in every language in which they are written. */
const entriesOf = ({ head, articles }: ConceptFile, { languages, conceptTranslations }: Writing['pack']) => {
  const textsOf = (key: string) =>
    [
      ...articles.map(article => ({ ...article, language: languages[0] ?? '' })),
      ...conceptTranslations.flatMap(({ language, articles }) =>
        articles.map(article => ({ ...article, language })),
      ),
    ]
      .filter(article => article.key === key)
      .map(({ language, title, body }) => ({ language, title, body }))
  return [
    { key: head.version, value: { head } as Entry },
    ...articles.map(({ key }, index) => ({
      key: `${head.version}|${key}`,
      value: { article: { key, position: index + 1, texts: textsOf(key) } } as Entry,
    })),
  ]
}

/** Of another version nothing is dropped: it is how the concept once was. */
const articleKeyOf = (recordKey: string, version: string) => {
  const [of, article] = recordKey.split('|')
  return of === version && article ? [article] : []
}
