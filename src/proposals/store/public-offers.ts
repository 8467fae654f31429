import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'

/** An offer of a partner as families see it. */
export type PublicOffer = { id: string; slug: string; title: string; titleLanguage: string }

/** Those of the offers that families see, by name. */
export const findPublic = async (
  { db, city, language }: Pick<Context, 'db' | 'city' | 'language'>,
  ids: readonly string[],
) => {
  const { rows } = await sql<PublicOffer>`
    select o.id, o.slug, t.title, t.language as title_language
    from published.offers o
    join lateral (select title, language from published.offer_texts t
      where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc, t.language limit 1) t on true
    where o.city_id = ${city.id} and o.id = any (${ids}::uuid[])
    order by t.title collate "de-x-icu"`.execute(db)
  return rows
}
