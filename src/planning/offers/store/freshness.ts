import { sql } from 'kysely'
import type { Context } from '../../../identity/index.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { awaitsComing } from './awaited.ts'

/** An offer that somebody should look at, or that is hidden because nobody did. */
export type UncheckedOffer = {
  slug: string
  title: string
  titleLanguage: string
  centreId: string
  state: 'published' | 'stale'
  checkedOn: Temporal.PlainDate
}

/** Those of the centres one leads that were looked at on that day at the latest, the longest ago first. */
export const listUnchecked = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  { centreIds, since }: { centreIds: readonly string[]; since: Temporal.PlainDate },
) => {
  const { rows } = await sql<UncheckedOffer>`
    select o.slug, t.title, t.language as title_language, o.centre_id, o.state, o.checked_on
    from offers o
    join lateral (select title, language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc, t.language limit 1) t on true
    where o.city_id = ${city.id} and o.centre_id = any (${centreIds}::uuid[])
      and (o.state = 'stale' or (o.state = 'published' and o.checked_on <= ${since}))
    order by o.checked_on, t.title collate "de-x-icu"`.execute(tx)
  return rows
}

/** Somebody looked: the offer is still right, and families see it. */
export const confirmOffer = (
  tx: Tx,
  { cityId, offerId }: { cityId: string; offerId: string },
  today: Temporal.PlainDate,
) =>
  sql`update offers set checked_on = greatest(checked_on, ${today}), state = 'published', asked_on = null
    where city_id = ${cityId} and id = ${offerId}`.execute(tx)

/**
 * Hides published offers that nobody looked at since that day, but for those on whose coming dates families count.
 * Says which they were.
 */
export const hideUnchecked = async (
  tx: Tx,
  cityId: string,
  { since, now }: { since: Temporal.PlainDate; now: Temporal.Instant },
) => {
  const { rows } = await sql<{ id: string; providerId: string }>`
    update offers o set state = 'stale'
    where o.city_id = ${cityId} and o.state = 'published' and o.checked_on <= ${since}
      and not exists (select from intakes i
        join registrations r on r.city_id = i.city_id and r.intake_id = i.id
        where i.city_id = o.city_id and i.offer_id = o.id
          and ${awaitsComing(now)})
    returning o.id, o.provider_id`.execute(tx)
  return rows
}
