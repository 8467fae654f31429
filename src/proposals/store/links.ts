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

/** The offers of the partner that hold a place in the programme. */
export const offersBehind = async (
  db: Database,
  cityId: string,
  linkHash: Buffer,
  today: Temporal.PlainDate,
) => {
  const { rows } = await sql<{ offerId: string }>`
    select offer_id from offers_behind(${cityId}, ${linkHash}, ${today})`.execute(db)
  return rows.map(({ offerId }) => offerId)
}

/** Deletes links that have expired, and says whose they were. */
export const deleteLinks = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'partnerLinks', { cityId, hasEnded: sql`expires_on <= ${today}`, limit })
