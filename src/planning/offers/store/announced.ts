import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { AnnouncedFacts } from '../../../programme/index.ts'
import type { Announced } from '../announce.ts'

/** Two changes in one moment are one: the later stands. */
export const addAnnounced = async (
  tx: Tx,
  { cityId, providerId, centreId, offerId }: Announced,
  { facts, announcedAt }: { facts: AnnouncedFacts; announcedAt: Temporal.Instant },
) => {
  await tx
    .deleteFrom('announcedOffers')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('announcedAt', '=', announcedAt)
    .execute()
  await tx
    .insertInto('announcedOffers')
    .values({ cityId, providerId, centreId, offerId, announcedAt, facts: JSON.stringify(facts) })
    .execute()
}

export const forgetAnnounced = (tx: Tx, { cityId, offerId }: Announced) =>
  tx.deleteFrom('announcedOffers').where('cityId', '=', cityId).where('offerId', '=', offerId).execute()

export const findLastAnnounced = async (tx: Tx, { cityId, offerId }: Announced) => {
  const { rows } = await sql<{ facts: AnnouncedFacts }>`
    select facts from announced_offers where city_id = ${cityId} and offer_id = ${offerId}
    order by announced_at desc limit 1`.execute(tx)
  return rows[0]?.facts
}
