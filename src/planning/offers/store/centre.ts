import type { Tx } from '../../../platform/database/connect.ts'

export const findCentreSlug = async (tx: Tx, cityId: string, centreId: string) => {
  const found = await tx
    .selectFrom('centres')
    .select('slug')
    .where('cityId', '=', cityId)
    .where('id', '=', centreId)
    .executeTakeFirst()
  return found?.slug
}
