import type { Tx } from '../../platform/database/connect.ts'

export const findSchoolHolidays = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('schoolHolidays')
    .select(['firstOn', 'lastOn', 'kind'])
    .where('cityId', '=', cityId)
    .orderBy('firstOn')
    .execute()

export const findCity = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('cities')
    .select(['timeZone', 'country', 'state'])
    .where('id', '=', cityId)
    .executeTakeFirstOrThrow()
