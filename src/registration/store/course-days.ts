import { sql } from 'kysely'
import type { Database } from '../../platform/database/connect.ts'

/** A date of a course that takes place. */
export type CourseDay = {
  sessionId: string
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
}

/** All dates that one registers for at once, those that are over too; none for a single date. */
export const listCourseDays = async (db: Database, cityId: string, intakeId: string) => {
  const { rows } = await sql<CourseDay>`
    select s.id as session_id, s.held_on, s.starts, s.ends
    from published.intakes i
    join published.sessions s on s.city_id = i.city_id and s.offer_id = i.offer_id and s.starts_at >= i.starts_at
    where i.city_id = ${cityId} and i.id = ${intakeId} and i.session_id is null and s.state = 'planned'
    order by s.starts_at, s.id`.execute(db)
  return rows
}
