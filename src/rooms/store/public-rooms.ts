import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Busy } from '../alternatives.ts'
import type { BookableHours } from '../hours.ts'
import type { Equipment, Room } from '../room.ts'
import type { Span } from '../span.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** A room that groups may ask for, as everybody sees it. */
export type PublicRoom = Pick<
  Room,
  | 'id'
  | 'providerId'
  | 'centreId'
  | 'slug'
  | 'partOf'
  | 'capacity'
  | 'isStepFree'
  | 'minutesBefore'
  | 'minutesAfter'
> &
  Pick<Room, 'feeCents' | 'feePer' | 'depositCents' | 'maxDaysAhead' | 'atPartner' | 'isExample'> & {
    equipment: Equipment[]
    centreName: string
    centreSlug: string
    /** In the language of the texts, which may be another one than the reader's. */
    textLanguage: string
    name: string
    about: string
    houseRules: string
  }

export const listPublicRooms = async (
  { db, city, language }: Reading,
  { slug, centreId }: { slug?: string; centreId?: string } = {},
): Promise<PublicRoom[]> => {
  const { rows } = await sql<PublicRoom>`
    select r.id, r.provider_id, r.centre_id, r.slug, r.part_of, r.capacity, r.is_step_free, r.minutes_before,
      r.minutes_after, r.fee_cents, r.fee_per, r.deposit_cents, r.max_days_ahead, r.at_partner, r.is_example, r.equipment,
      c.name as centre_name, c.slug as centre_slug, w.language as text_language, w.name, w.about, w.house_rules
    from published.rooms r
    join published.centres c on c.city_id = r.city_id and c.id = r.centre_id
    join lateral (select * from published.room_texts t where t.city_id = r.city_id and t.room_id = r.id
      order by t.language = ${language} desc, t.language = 'de' desc, t.language limit 1) w on true
    where r.city_id = ${city.id} and (${slug ?? null}::text is null or r.slug = ${slug ?? null}::text)
      and (${centreId ?? null}::uuid is null or r.centre_id = ${centreId ?? null}::uuid)
    order by c.name collate "de-x-icu", coalesce(r.part_of, r.id), r.part_of is not null, r.slug`.execute(db)
  return rows
}

export const findPublicHours = async ({ db, city }: Reading, roomId: string): Promise<BookableHours[]> =>
  db
    .selectFrom('published.roomHours')
    .select(['weekdays', 'opens', 'closes'])
    .where('cityId', '=', city.id)
    .where('roomId', '=', roomId)
    .execute() as Promise<BookableHours[]>

/** When rooms are taken within a span, never by whom; a hall is taken where one of its parts is, let or not. */
export const findPublicBusy = async (
  { db, city }: Reading,
  { roomIds, within }: { roomIds: readonly string[]; within: Span },
): Promise<Busy[]> => {
  const { rows } = await sql<Busy>`
    select room_id, from_at as starts_at, until_at as ends_at from published.taken_rooms
    where city_id = ${city.id} and room_id = any (${roomIds}::uuid[]) and from_at < ${within.endsAt}
      and until_at > ${within.startsAt}
    order by from_at`.execute(db)
  return rows
}
