import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'

/** A date of a course that is still to come, as a family with a place sees it. */
export type CourseDate = { sessionId: string; startsAt: Temporal.Instant; isExcused: boolean }

/** The next dates of a course that take place. */
export const listCourseDates = async (
  tx: Tx,
  cityId: string,
  { offerId, registrationId }: { offerId: string; registrationId: string },
  { now, limit }: { now: Temporal.Instant; limit: number },
) => {
  const { rows } = await sql<CourseDate>`
    select s.id as session_id, s.starts_at, e.registration_id is not null as is_excused
    from sessions s
    left join excused_dates e on e.city_id = s.city_id and e.session_id = s.id and e.registration_id = ${registrationId}
    where s.city_id = ${cityId} and s.offer_id = ${offerId} and s.state = 'planned' and s.starts_at > ${now.toString()}
    order by s.starts_at, s.id limit ${limit}`.execute(tx)
  return rows
}

/** A date of an offer that takes place; undefined for any other. */
export const findDateOf = (
  tx: Tx,
  cityId: string,
  { offerId, sessionId }: { offerId: string; sessionId: string },
) =>
  tx
    .selectFrom('sessions')
    .select(['id', 'startsAt'])
    .where('cityId', '=', cityId)
    .where('id', '=', sessionId)
    .where('offerId', '=', offerId)
    .where('state', '=', 'planned')
    .executeTakeFirst()

export const writeExcused = (
  tx: Tx,
  at: CentreRef & { cityId: string; registrationId: string; sessionId: string },
  excusedAt: Temporal.Instant,
) =>
  tx
    .insertInto('excusedDates')
    .values({ ...at, excusedAt })
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const deleteExcused = (
  tx: Tx,
  { cityId, registrationId, sessionId }: { cityId: string; registrationId: string; sessionId: string },
) =>
  tx
    .deleteFrom('excusedDates')
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .where('sessionId', '=', sessionId)
    .execute()

/** Who said that it does not come to a session. */
export const excusedAt = async (tx: Tx, cityId: string, sessionId: string) => {
  const rows = await tx
    .selectFrom('excusedDates')
    .select('registrationId')
    .where('cityId', '=', cityId)
    .where('sessionId', '=', sessionId)
    .execute()
  return rows.map(({ registrationId }) => registrationId)
}
