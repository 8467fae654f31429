import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { SeasonChange } from './season.ts'

/** An offer of the last season, as it stands in the list of what may be held again. */
export type SeasonOffer = {
  id: string
  slug: string
  title: string
  titleLanguage: string
  /** An offer of this name has dates in the next season already. */
  isThereAlready: boolean
}

/** What a centre showed to families and held in the last season, by name. */
export const listOffersHeldIn = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  centreId: string,
  { last, next }: SeasonChange,
) => {
  const { rows } = await sql<SeasonOffer>`
    select o.id, o.slug, t.title, t.language as title_language,
      exists (select from sessions s
        join offers n on n.city_id = s.city_id and n.id = s.offer_id
        join offer_texts m on m.city_id = n.city_id and m.offer_id = n.id and m.language = n.source_language
        where s.city_id = o.city_id and s.centre_id = o.centre_id
          and s.held_on between ${next.firstOn} and ${next.lastOn}
          and m.title = (select w.title from offer_texts w
            where w.city_id = o.city_id and w.offer_id = o.id and w.language = o.source_language)
      ) as is_there_already
    from offers o
    join lateral (select title, language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc, t.language limit 1) t on true
    where o.city_id = ${city.id} and o.centre_id = ${centreId} and o.state <> 'draft'
      and exists (select from sessions s where s.city_id = o.city_id and s.offer_id = o.id
        and s.held_on between ${last.firstOn} and ${last.lastOn})
    order by t.title collate "de-x-icu"`.execute(tx)
  return rows
}

/** The next season of an offer: whoever wanted to know when that starts again is told of this one. */
export const noteEarlierSeason = (tx: Tx, cityId: string, { of, earlier }: { of: string; earlier: string }) =>
  tx
    .updateTable('offers')
    .set({ copyOf: earlier })
    .where('cityId', '=', cityId)
    .where('id', '=', of)
    .execute()
