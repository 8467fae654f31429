import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Closing } from '../series.ts'

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

/** On which days centres and partners are closed, as far as the acting person may know. */
export const findClosings = async (tx: Tx, cityId: string) => {
  const { rows } = await sql<Closing>`
    select coalesce(partner_id, centre_id) as whose, first_on, last_on, reason
    from closing_days where city_id = ${cityId} order by first_on`.execute(tx)
  return rows
}
