import type { Tx } from '../../platform/database/connect.ts'

/** The centres of a city with what stands at the head of a receipt. */
export const findCentres = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('centres as c')
    .innerJoin('providers as p', join =>
      join.onRef('p.cityId', '=', 'c.cityId').onRef('p.id', '=', 'c.providerId'),
    )
    .select(['c.id as centreId', 'c.providerId', 'c.slug', 'c.name', 'c.street', 'c.postalCode', 'c.town'])
    .select('p.name as provider')
    .where('c.cityId', '=', cityId)
    .orderBy('c.name')
    .execute()

export type BoxCentre = Awaited<ReturnType<typeof findCentres>>[number]
