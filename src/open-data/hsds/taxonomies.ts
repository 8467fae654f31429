import { derivedId } from '../../platform/derived-id.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { kinds, topics } from '../../programme/index.ts'

/** The two ways in which offers are sorted, as taxonomies: the same ids in every city and language. */
const names = ['kind', 'topic'] as const
export type TaxonomyName = (typeof names)[number]
export type Term = ReturnType<typeof termsIn>[number]

export const taxonomyId = (name: TaxonomyName) => derivedId('taxonomy', name)
export const termId = (name: TaxonomyName, code: string) => derivedId('taxonomy', name, code)

export const taxonomiesIn = ({ t }: Wording) =>
  names.map(name => ({
    id: taxonomyId(name),
    name: t(`openData.hsds.taxonomy.${name}`),
    description: t(`openData.hsds.taxonomy.${name}Body`),
    version: '1',
  }))

export const termsIn = (wording: Wording) =>
  taxonomiesIn(wording).flatMap((taxonomy, index) =>
    (index === 0 ? kinds : topics).map(code => {
      const name = kinds.find(kind => kind === code)
        ? wording.t(`programme.kind.${code as (typeof kinds)[number]}`)
        : wording.t(`programme.topic.${code as (typeof topics)[number]}.name`)
      return {
        ...{ id: termId(names[index] ?? 'topic', code), code, name, description: name },
        ...{ taxonomy: taxonomy.name, taxonomy_id: taxonomy.id, language: wording.language },
        taxonomy_detail: taxonomy,
      }
    }),
  )

/** What a program asks for by the id of a term; undefined for a term that we do not have. */
export const askedByTerm = (id: string) => {
  const kind = kinds.find(code => termId('kind', code) === id)
  const topic = topics.find(code => termId('topic', code) === id)
  return kind || topic ? { kind, topic } : undefined
}
