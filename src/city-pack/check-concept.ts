import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'
import { suggestion } from './read-table.ts'

/** A translation belongs to the version that is there, and says nothing of articles that version does not have. */
export const checkConcept = ({ concept, conceptTranslations }: Pack): Fault[] => {
  if (!concept) return []
  const keys = concept.articles.map(({ key }) => key)
  return conceptTranslations.flatMap(({ version, articles, fault }) => [
    ...(version === concept.head.version ? [] : [fault(1, 'other-version', { value: version })]),
    ...articles
      .filter(({ key }) => key !== '' && !keys.includes(key))
      .map(({ key, line }) => fault(line, 'unknown-article', { value: key, ...suggestion(key, keys) })),
  ])
}
