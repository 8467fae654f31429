import type { Tx } from '../../platform/database/connect.ts'

/** A partner of the own centres, by name. */
export const findPartner = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('networkPartners')
    .select(['id', 'providerId', 'centreId', 'name'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()
