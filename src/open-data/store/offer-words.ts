import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'

/** What a list of offers leaves out of their pages. */
export type OfferWords = {
  offerId: string
  body: string
  textState: 'original' | 'translated' | 'machine'
  provider: string
  providerId: string
  updatedAt: Temporal.Instant
}

/** Of some offers the rest of their words, in the language in which lists show their titles. */
export const findOfferWords = async (
  { db, city, language }: Pick<Context, 'db' | 'city' | 'language'>,
  offerIds: readonly string[],
): Promise<Map<string, OfferWords>> => {
  const { rows } = await sql<OfferWords>`
    select o.id as offer_id, t.body, t.state as text_state, p.name as provider, p.id as provider_id, o.updated_at
    from published.offers o
    join published.providers p on p.city_id = o.city_id and p.id = o.provider_id
    join lateral (
      select t.body, t.state from published.offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc, t.language limit 1
    ) t on true
    where o.city_id = ${city.id} and o.id = any (${offerIds}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.offerId, row]))
}
