import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { PlannedBooking } from './plans.ts'

/** The bookings of all dates of an offer. */
export const listSessionBookings = async (tx: Tx, cityId: string, offerId: string) => {
  const { rows } = await sql<{ id: string }>`
    select b.id from room_bookings b join sessions s on s.city_id = b.city_id and s.id = b.session_id
    where b.city_id = ${cityId} and s.offer_id = ${offerId}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Dates to come of own centres whose room was taken by somebody else, the next ones first. */
export const listUnseated = async (
  tx: Tx,
  { city, language, now }: Pick<Context, 'city' | 'language' | 'now'>,
): Promise<PlannedBooking[]> => {
  const { rows } = await sql<PlannedBooking>`
    select b.id, b.room_id, b.kind, t.title, t.language as title_language, b.starts_at, b.ends_at, b.series_id,
      f.slug as offer_slug
    from room_bookings b
    join sessions s on s.city_id = b.city_id and s.id = b.session_id
    join offers f on f.city_id = s.city_id and f.id = s.offer_id
    join lateral (select title, language from offer_texts t where t.city_id = f.city_id and t.offer_id = f.id
      order by t.language = ${language} desc, t.language = f.source_language desc, t.language limit 1) t on true
    where b.city_id = ${city.id} and b.kind = 'session' and b.state = 'skipped' and b.ends_at > ${now}
    order by b.starts_at, b.id limit 200`.execute(tx)
  return rows
}
