import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Busy } from '../alternatives.ts'
import type { BookingKind } from '../booking.ts'
import type { Span } from '../span.ts'

/** Who has a room, or a part of it, when: the time with setting up and clearing away. */
export type Occupation = Busy & {
  bookingId: string
  /** The room that was booked: the one that was asked about, its hall or one of its parts. */
  bookedRoomId: string
  kind: BookingKind
  title: string
  titleLanguage: string
}

type Asking = {
  roomIds: readonly string[]
  within: Span
  /** Bookings that do not count, such as those that are being moved (scenario R05). */
  except?: readonly string[]
}

/** What stands in the way in some rooms within a span: in the room itself, its hall or one of its parts. */
export const findBusy = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  { roomIds, within, except = [] }: Asking,
): Promise<Occupation[]> => {
  const { rows } = await sql<Occupation>`
    select distinct on (lower(o.during), x.id, b.id) x.id as room_id, lower(o.during) as starts_at,
      upper(o.during) as ends_at, b.id as booking_id, b.room_id as booked_room_id, b.kind,
      coalesce(t.title, b.title) as title, coalesce(t.language, 'de') as title_language
    from rooms x
    join rooms r on r.city_id = x.city_id and (r.id = x.id or r.part_of = x.id)
    join room_occupations o on o.city_id = r.city_id and o.room_id = r.id
      and o.during && tstzrange(${within.startsAt}, ${within.endsAt}, '[)')
    join room_bookings b on b.city_id = o.city_id and b.id = o.booking_id
    left join sessions s on s.city_id = b.city_id and s.id = b.session_id
    left join lateral (select title, language from offer_texts t
      where t.city_id = s.city_id and t.offer_id = s.offer_id
      order by t.language = ${language} desc, t.language = 'de' desc, t.language limit 1) t on true
    where x.city_id = ${city.id} and x.id = any (${roomIds}::uuid[]) and not b.id = any (${except}::uuid[])
    order by lower(o.during), x.id, b.id`.execute(tx)
  return rows
}
