import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Database, Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { Language } from '../../platform/wording/wording.ts'
import type { Partner } from '../proposal.ts'

export type PartnerLink = CentreRef & {
  partnerId: string
  language: Language
  email: string
  expiresOn: Temporal.PlainDate
}

export const addLink = (
  tx: Tx,
  cityId: string,
  link: PartnerLink & { linkHash: Buffer; madeAt: Temporal.Instant },
) =>
  tx
    .insertInto('partnerLinks')
    .values({ ...link, cityId })
    .execute()

/** Says how many links there were; none of them opens anything any more. */
export const revokeLinks = async (tx: Tx, cityId: string, partnerId: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('partnerLinks')
    .where('cityId', '=', cityId)
    .where('partnerId', '=', partnerId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** The latest link of each partner that still opens its page. */
export const listLinks = async (tx: Tx, cityId: string, today: Temporal.PlainDate) => {
  const { rows } = await sql<PartnerLink>`
    select distinct on (partner_id) partner_id, centre_id, provider_id, language, email, expires_on
    from partner_links where city_id = ${cityId} and expires_on > ${today}
    order by partner_id, made_at desc`.execute(tx)
  return rows
}

/** Whose link it is, while it opens anything. */
export const openLink = async (db: Database, cityId: string, linkHash: Buffer, today: Temporal.PlainDate) => {
  const { rows } = await sql<Partner>`
    select * from partner_behind(${cityId}, ${linkHash}, ${today})`.execute(db)
  return rows[0]
}

/** An offer of the partner, with the day on which somebody last looked at it; hidden ones too. */
export type PartnerOffer = {
  offerId: string
  slug: string
  title: string
  titleLanguage: string
  state: 'published' | 'stale'
  checkedOn: Temporal.PlainDate
}

type Key = { cityId: string; linkHash: Buffer; today: Temporal.PlainDate }

export const offersBehind = async (db: Database, { cityId, linkHash, today }: Key) => {
  const { rows } = await sql<PartnerOffer>`
    select * from checked_behind(${cityId}, ${linkHash}, ${today})`.execute(db)
  return rows
}

/** Says whether the offer is the partner's and stands in the programme now. */
export const confirmOwn = async (db: Database, { cityId, linkHash, today }: Key, offerId: string) => {
  const { rows } = await sql<{ isConfirmed: boolean }>`
    select confirm_offer(${cityId}, ${linkHash}, ${today}, ${offerId}) as is_confirmed`.execute(db)
  return rows[0]?.isConfirmed ?? false
}

/** Deletes links that have expired, and says whose they were. */
export const deleteLinks = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'partnerLinks', { cityId, hasEnded: sql`expires_on <= ${today}`, limit })
