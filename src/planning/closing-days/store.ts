import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { ClosingReason } from '../series/series.ts'

export type StoredClosing = Awaited<ReturnType<typeof listClosings>>[number]
type Days = {
  firstOn: Temporal.PlainDate
  lastOn: Temporal.PlainDate
  reason: ClosingReason
  partnerId: string | null
}

export const listClosings = (tx: Tx, cityId: string, centreId: string, from: Temporal.PlainDate) =>
  tx
    .selectFrom('closingDays as d')
    .leftJoin('networkPartners as p', join =>
      join.onRef('p.cityId', '=', 'd.cityId').onRef('p.id', '=', 'd.partnerId'),
    )
    .select(['d.id', 'd.firstOn', 'd.lastOn', 'd.reason', 'p.name as partner'])
    .where('d.cityId', '=', cityId)
    .where('d.centreId', '=', centreId)
    .where('d.lastOn', '>=', from)
    .orderBy('d.firstOn')
    .execute()

export const findClosing = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('closingDays as d')
    .innerJoin('centres as c', join =>
      join.onRef('c.cityId', '=', 'd.cityId').onRef('c.id', '=', 'd.centreId'),
    )
    .select(['d.id', 'd.centreId', 'd.providerId', 'c.slug as centreSlug'])
    .where('d.cityId', '=', cityId)
    .where('d.id', '=', id)
    .executeTakeFirst()

/** Two colleagues who close the same days wait for each other. */
export const lockCentre = (tx: Tx, cityId: string, centreId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`closing ${cityId} ${centreId}`}, 0))`.execute(tx)

export const overlaps = async (
  tx: Tx,
  cityId: string,
  centreId: string,
  { firstOn, lastOn, partnerId }: Days,
) => {
  const found = await tx
    .selectFrom('closingDays')
    .select('id')
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .where('partnerId', 'is not distinct from', partnerId)
    .where('firstOn', '<=', lastOn)
    .where('lastOn', '>=', firstOn)
    .executeTakeFirst()
  return found !== undefined
}

export const insertClosing = (tx: Tx, closing: CentreRef & Days & { cityId: string }) =>
  tx.insertInto('closingDays').values(closing).returning('id').executeTakeFirstOrThrow()

export const deleteClosing = (tx: Tx, cityId: string, id: string) =>
  tx.deleteFrom('closingDays').where('cityId', '=', cityId).where('id', '=', id).execute()

/** Offers of a centre whose dates go on. */
export const listOffersToRefill = async (tx: Tx, cityId: string, centreId: string) => {
  const offers = await tx
    .selectFrom('offers')
    .select('id')
    .where('cityId', '=', cityId)
    .where('centreId', '=', centreId)
    .where('state', '<>', 'archived')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('series')
          .select('series.id')
          .whereRef('series.cityId', '=', 'offers.cityId')
          .whereRef('series.offerId', '=', 'offers.id'),
      ),
    )
    .execute()
  return offers.map(({ id }) => id)
}
