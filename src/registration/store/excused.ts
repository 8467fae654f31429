import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'

/** A date of a course that is still to come, as a family with a place sees it. */
export type CourseDate = { sessionId: string; startsAt: Temporal.Instant; excusedBy: ExcusedBy | null }

/** Who said that a family does not come. */
export type ExcusedBy = 'family' | 'guardian' | 'staff'

/** The next dates of a course that take place. */
export const listCourseDates = async (
  tx: Tx,
  cityId: string,
  { offerId, registrationId }: { offerId: string; registrationId: string },
  { now, limit }: { now: Temporal.Instant; limit: number },
) => {
  const { rows } = await sql<CourseDate>`
    select s.id as session_id, s.starts_at, e.excused_by
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
  { excusedBy, guardianId, now }: { excusedBy: ExcusedBy; guardianId: string | null; now: Temporal.Instant },
) =>
  tx
    .insertInto('excusedDates')
    .values({ ...at, excusedAt: now, excusedBy, guardianId })
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const deleteExcused = (
  tx: Tx,
  { cityId, registrationId, sessionId }: { cityId: string; registrationId: string; sessionId: string },
  saidBy?: ExcusedBy,
) =>
  tx
    .deleteFrom('excusedDates')
    .where('cityId', '=', cityId)
    .where('registrationId', '=', registrationId)
    .where('sessionId', '=', sessionId)
    .$if(saidBy !== undefined, said => said.where('excusedBy', '=', saidBy ?? 'family'))
    .execute()

/** Who said it, and how the guardian is called that did; null once it was shut out. */
export type Excuse = { by: ExcusedBy; guardian: string | null }

/** The registrations that do not come to a session, and who said so. */
export const excusedAt = async (tx: Tx, cityId: string, sessionId: string) => {
  const { rows } = await sql<Excuse & { registrationId: string }>`
    select e.registration_id, e.excused_by as by, g.called as guardian
    from excused_dates e left join guardians g on g.city_id = e.city_id and g.id = e.guardian_id
    where e.city_id = ${cityId} and e.session_id = ${sessionId}`.execute(tx)
  return new Map(rows.map(({ registrationId, ...excuse }) => [registrationId, excuse]))
}
