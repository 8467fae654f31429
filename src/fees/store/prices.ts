import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Price } from '../fee.ts'

export type PricedOffer = CentreRef &
  Price & { id: string; title: string; registration: 'none' | 'session' | 'course' }

/** What costs something at a centre, by title; what was archived is left out. */
export const listPriced = (tx: Tx, cityId: string, centreId: string) =>
  pricedWhere(tx, cityId, sql`o.centre_id = ${centreId}`)

export const findPriced = async (tx: Tx, cityId: string, offerId: string) =>
  (await pricedWhere(tx, cityId, sql`o.id = ${offerId}`))[0]

const pricedWhere = async (tx: Tx, cityId: string, condition: ReturnType<typeof sql>) => {
  const { rows } = await sql<PricedOffer>`
    select o.id, o.provider_id, o.centre_id, o.registration, o.price_cents, o.price_per, p.cents as reduced_cents, t.title
    from offers o
    cross join lateral (select t.title from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = o.source_language desc, t.language limit 1) t
    left join reduced_prices p on p.city_id = o.city_id and p.offer_id = o.id
    where o.city_id = ${cityId} and o.price_cents > 0 and o.state <> 'archived' and ${condition}
    order by t.title collate "de-x-icu", o.id`.execute(tx)
  return rows
}

export const writeReduced = (
  tx: Tx,
  cityId: string,
  { id, providerId, centreId }: CentreRef & { id: string },
  cents: number,
) =>
  tx
    .insertInto('reducedPrices')
    .values({ cityId, offerId: id, providerId, centreId, cents })
    .onConflict(conflict => conflict.columns(['cityId', 'offerId']).doUpdateSet({ cents }))
    .execute()

export const deleteReduced = (tx: Tx, cityId: string, offerId: string) =>
  tx.deleteFrom('reducedPrices').where('cityId', '=', cityId).where('offerId', '=', offerId).execute()

/** A date with a price for which families have places, and how many. */
export type PricedDate = {
  intakeId: string
  title: string
  startsAt: Temporal.Instant
  isCourse: boolean
  families: number
}

/** From yesterday until in a week: when money is brought along. A course is there until it is over. */
export const listPricedDates = async (
  tx: Tx,
  cityId: string,
  centreId: string,
  { today, now }: { today: Temporal.PlainDate; now: Temporal.Instant },
) => {
  const { rows } = await sql<PricedDate>`
    select i.id as intake_id, t.title, i.starts_at, i.session_id is null as is_course, count(r.id)::int as families
    from intakes i
    join offers o on o.city_id = i.city_id and o.id = i.offer_id and o.price_cents > 0
    join registrations r on r.city_id = i.city_id and r.intake_id = i.id and r.state = 'confirmed'
    cross join lateral (select t.title from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = o.source_language desc, t.language limit 1) t
    where i.city_id = ${cityId} and i.centre_id = ${centreId} and i.last_on >= ${today.subtract({ days: 1 }).toString()}
      and (i.session_id is null or i.starts_at < ${now.add({ hours: 7 * 24 }).toString()})
    group by i.city_id, i.id, t.title order by i.starts_at, t.title limit 60`.execute(tx)
  return rows
}
