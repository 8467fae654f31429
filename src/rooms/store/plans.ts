import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { BookingKind } from '../booking.ts'
import type { Span } from '../span.ts'

/** A booking as it stands in a plan of rooms, until it was left if it ended early. */
export type PlannedBooking = Span & {
  id: string
  roomId: string
  kind: BookingKind
  /** What is held there or what the team wrote; empty where there are no words. */
  title: string
  titleLanguage: string
  seriesId: string | null
  /** The offer whose date it is. */
  offerSlug: string | null
}

/** The bookings of a centre that touch a span, in order of time. */
export const listPlanned = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  { centreId, within, roomId }: { centreId: string; within: Span; roomId?: string },
) => {
  const { rows } = await sql<PlannedBooking>`
    select b.id, b.room_id, b.kind, coalesce(t.title, q.called, b.title) as title, coalesce(t.language, 'de') as title_language,
      b.starts_at, coalesce(b.ended_at, b.ends_at) as ends_at, b.series_id, f.slug as offer_slug
    from room_bookings b
    left join room_requests q on q.city_id = b.city_id and q.booking_id = b.id
    left join sessions s on s.city_id = b.city_id and s.id = b.session_id
    left join offers f on f.city_id = s.city_id and f.id = s.offer_id
    left join lateral (select title, language from offer_texts t where t.city_id = f.city_id and t.offer_id = f.id
      order by t.language = ${language} desc, t.language = f.source_language desc, t.language limit 1) t on true
    where b.city_id = ${city.id} and b.centre_id = ${centreId} and b.state = 'confirmed'
      and b.starts_at < ${within.endsAt} and coalesce(b.ended_at, b.ends_at) > ${within.startsAt}
      and (${roomId ?? null}::uuid is null or b.room_id = ${roomId ?? null}::uuid or exists (select from room_occupations o
        where o.city_id = b.city_id and o.booking_id = b.id and o.room_id = ${roomId ?? null}::uuid))
    order by b.starts_at, b.id`.execute(tx)
  return rows
}
