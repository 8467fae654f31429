import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

type ToAsk = { partnerId: string; offerId: string; title: string }

/** Published offers of partners that nobody looked at since that day, and that were not asked about since. */
export const listToAsk = async (tx: Tx, cityId: string, since: Temporal.PlainDate) => {
  const { rows } = await sql<ToAsk>`
    select p.partner_id, o.id as offer_id, t.title
    from partner_offers p
    join offers o on o.city_id = p.city_id and o.id = p.offer_id
    join offer_texts t on t.city_id = o.city_id and t.offer_id = o.id and t.language = o.source_language
    where p.city_id = ${cityId} and o.state = 'published' and o.checked_on <= ${since} and o.asked_on is null
    order by p.partner_id, t.title`.execute(tx)
  return rows
}

export const rememberAsked = (tx: Tx, cityId: string, asked: readonly ToAsk[], today: Temporal.PlainDate) =>
  tx
    .updateTable('offers')
    .set({ askedOn: today })
    .where('cityId', '=', cityId)
    .where(
      'id',
      'in',
      asked.map(({ offerId }) => offerId),
    )
    .execute()
