import { sql } from 'kysely'
import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { deleteSome } from '../platform/database/delete-some.ts'
import type { CareDecision, SeenCertificate } from './care.ts'

export type CareOffer = NonNullable<Awaited<ReturnType<typeof findOffer>>>

/** The offer that is decided about: for whom it is, and how many children find a place. */
export const findOffer = (tx: Tx, { city, language }: Pick<Context, 'city' | 'language'>, slug: string) =>
  tx
    .selectFrom('offers as o')
    .innerJoin('offerTexts as t', join =>
      join.onRef('t.cityId', '=', 'o.cityId').onRef('t.offerId', '=', 'o.id'),
    )
    .select(['o.id', 'o.slug', 'o.providerId', 'o.centreId', 'o.state', 'o.isWithoutParents', 'o.ageFrom'])
    .select(['o.counts', 'o.places', 't.title', 't.language as titleLanguage'])
    .where('o.cityId', '=', city.id)
    .where('o.slug', '=', slug)
    .orderBy(sql`t.language = ${language} desc, t.language = o.source_language desc, t.language`)
    .limit(1)
    .executeTakeFirst()

/** The offers without parents that families see. */
export const listShown = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('offers')
    .select(['id', 'slug', 'centreId', 'ageFrom'])
    .where('cityId', '=', cityId)
    .where('state', '=', 'published')
    .where('isWithoutParents', '=', true)
    .orderBy('slug')
    .execute()

export const findDecision = async (tx: Tx, cityId: string, offerId: string) => {
  const found = await tx
    .selectFrom('careDecisions')
    .select(['permit', 'decidedOn', 'children', 'carers'])
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .executeTakeFirst()
  // A constraint of the table says which there are.
  return found as CareDecision | undefined
}

type Whose = Pick<CareOffer, 'id' | 'providerId' | 'centreId'>

export const putDecision = (
  tx: Tx,
  cityId: string,
  { id: offerId, providerId, centreId }: Whose,
  decision: CareDecision,
) =>
  tx
    .insertInto('careDecisions')
    .values({ ...decision, cityId, offerId, providerId, centreId })
    .onConflict(conflict => conflict.columns(['cityId', 'offerId']).doUpdateSet(decision))
    .execute()

/** Whose certificates were seen, with the name of whoever looked as far as one may know it. */
export const listCertificates = (tx: Tx, cityId: string, offerId: string) =>
  tx
    .selectFrom('certificatesSeen as c')
    .leftJoin('identity.accounts as a', 'a.id', 'c.seenBy')
    .select(['c.id', 'c.name', 'c.issuedOn', 'c.seenOn', 'a.name as seenByName'])
    .where('c.cityId', '=', cityId)
    .where('c.offerId', '=', offerId)
    .orderBy(sql`c.name collate "de-x-icu"`)
    .execute()

export type ListedCertificate = Awaited<ReturnType<typeof listCertificates>>[number]

export const putCertificate = (
  tx: Tx,
  cityId: string,
  { id: offerId, providerId, centreId }: Whose,
  { name, ...seen }: Omit<SeenCertificate, 'id'> & { seenBy: string },
) =>
  tx
    .insertInto('certificatesSeen')
    .values({ name, ...seen, cityId, offerId, providerId, centreId })
    .onConflict(conflict => conflict.columns(['cityId', 'offerId', 'name']).doUpdateSet(seen))
    .execute()

export const deleteCertificate = async (tx: Tx, cityId: string, offerId: string, id: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('certificatesSeen')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/**
 * Six months after the last date of the offer, or after the look where there was none; at once where an offer was taken
 * off before any date was held (§ 72a Abs. 5 SGB VIII).
 */
export const deleteCertificates = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'certificatesSeen', {
    ...{ cityId, limit },
    hasEnded: sql`exists (select from offers o
      where o.city_id = certificates_seen.city_id and o.id = certificates_seen.offer_id
        and (o.state = 'archived' or seen_on <= ${today}::date - interval '6 months')
        and not exists (select from sessions s where s.city_id = o.city_id and s.offer_id = o.id
          and s.state = 'planned' and s.held_on > ${today}::date - interval '6 months'
          and (o.state <> 'archived'
            or (s.held_on >= certificates_seen.seen_on and s.starts_at <= o.updated_at))))`,
  })
