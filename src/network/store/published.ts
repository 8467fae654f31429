import type { Context } from '../../identity/index.ts'
import type { PartnerKind } from '../partner.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** What families read of a partner; its words in their language, in German, or in the one there is. */
export type PublishedPartner = {
  name: string
  kind: PartnerKind
  website: string
  isExample: boolean
  contributes: { text: string; language: string } | null
}

/** The partners of a centre that its team has published, by name. */
export const listPublished = async (
  { db, city, language }: Reading,
  centreSlug: string,
): Promise<PublishedPartner[]> => {
  const rows = await db
    .selectFrom('published.networkPartners as p')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 'p.cityId').onRef('c.id', '=', 'p.centreId'),
    )
    .leftJoin('published.networkPartnerTexts as t', join =>
      join.onRef('t.cityId', '=', 'p.cityId').onRef('t.partnerId', '=', 'p.id'),
    )
    .select(['p.id', 'p.name', 'p.kind', 'p.website', 'p.isExample', 't.language', 't.contributes'])
    .where('c.cityId', '=', city.id)
    .where('c.slug', '=', centreSlug)
    .orderBy('p.name')
    .orderBy(({ eb }) => eb('t.language', '=', language), 'desc')
    .orderBy(({ eb }) => eb('t.language', '=', 'de'), 'desc')
    .orderBy('t.language')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(texts =>
    texts.slice(0, 1).map(({ id: _, language: written, contributes, ...partner }) => ({
      ...partner,
      contributes: contributes && written ? { text: contributes, language: written } : null,
    })),
  )
}
