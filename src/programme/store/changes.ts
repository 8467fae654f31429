import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import { type Announcement, changesOf, newsSince, type OfferChange } from '../announced.ts'

type Reading = Pick<Context, 'db' | 'city' | 'now'>

/** What has changed of these offers lately; of most offers nothing. */
export const findChanges = async (
  { db, city, now }: Reading,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, OfferChange[]>> => {
  if (offerIds.length === 0) return new Map()
  const since = newsSince(now, city.timeZone)
  const { rows } = await sql<Announcement & { offerId: string }>`
    select offer_id, announced_at, facts from published.announced_offers a
    where city_id = ${city.id} and offer_id = any (${[...new Set(offerIds)]}::uuid[])
      and exists (select from published.announced_offers n
        where n.city_id = a.city_id and n.offer_id = a.offer_id and n.announced_at >= ${since})`.execute(db)
  const byOffer = Map.groupBy(rows, ({ offerId }) => offerId)
  return new Map([...byOffer].map(([offerId, told]) => [offerId, changesOf(told, since)]))
}

/** When somebody of the team last looked whether an offer is still right. */
export const findCheckedOn = async ({ db, city }: Reading, offerId: string) => {
  const found = await db
    .selectFrom('published.checkedOffers')
    .select('checkedOn')
    .where('cityId', '=', city.id)
    .where('offerId', '=', offerId)
    .executeTakeFirst()
  return found?.checkedOn
}
