import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../identity/index.ts'
import type { CancelReason } from '../../../outreach/index.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Ease, Format, Kind, Way } from '../../../programme/index.ts'
import type { OfferState } from './planned-offers.ts'

/** An offer in the list of its centre: what it is, whether families see it, when it is held next. */
export type StaffOffer = {
  id: string
  slug: string
  centreId: string
  providerId: string
  title: string
  titleLanguage: string
  state: OfferState
  kind: Kind
  format: Format
  way: Way
  registration: 'none' | 'session' | 'course'
  isWithoutParents: boolean
  /** Children stay without their parents, and nobody has decided what that needs: it is not published before. */
  lacksCare: boolean
  /** Families register for it, and nobody has entered where to find it online. */
  lacksLink: boolean
  /** The next date that takes place, with its places where one registers. */
  nextOn: Temporal.PlainDate | null
  nextStarts: Temporal.PlainTime | null
  taken: number | null
  places: number | null
}

export type StaffSession = {
  id: string
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  state: 'planned' | 'cancelled'
  cancelReason: CancelReason | null
  cancelNote: string
  /** What one registers for; null where one just comes. */
  intakeId: string | null
  taken: number | null
  places: number | null
  /** No series makes this date: families were registered when its time was changed, or it was added by hand. */
  isOutsidePlan: boolean
  /** It has not begun: it can still be another. */
  isToCome: boolean
  movedFrom: Temporal.Instant | null
  ownPlace: string | null
  ownLeader: string | null
  /** Its room was taken by somebody else. */
  lacksRoom: boolean
  ownLanguages: string[] | null
  ownEases: Ease[] | null
}

type Reading = Pick<Context, 'city' | 'language' | 'now'>

/** The offers of a centre: drafts first, then what is held next, the archived at the end. */
export const listOffersOf = async (tx: Tx, reading: Reading, centreId: string) => {
  const { rows } = await sql<StaffOffer>`${offersWhere(reading, sql`o.centre_id = ${centreId}`)}
    order by array_position(array['draft', 'stale', 'published', 'archived'], o.state), n.starts_at nulls last,
      t.title collate "de-x-icu"`.execute(tx)
  return rows
}

export const findStaffOffer = async (tx: Tx, reading: Reading, slug: string) => {
  const { rows } = await sql<StaffOffer>`${offersWhere(reading, sql`o.slug = ${slug}`)}`.execute(tx)
  return rows[0]
}

/** The dates of an offer from a day on, cancelled ones included. */
export const listSessionsOf = async (
  tx: Tx,
  { city, now }: Reading,
  offerId: string,
  { from, limit }: { from: Temporal.PlainDate; limit: number },
) => {
  const { rows } = await sql<StaffSession>`
    select s.id, s.held_on, s.starts, s.ends, s.state, s.cancel_reason, s.cancel_note, i.id as intake_id,
      l.taken, l.places, s.moved_from, s.own_place, s.own_leader, s.own_languages, s.own_eases,
      exists (select from published.dates_without_room w
        where w.city_id = s.city_id and w.session_id = s.id) as lacks_room,
      s.starts_at > ${now} as is_to_come,
      r.id is null or (not s.has_own_times and (s.starts, s.ends) is distinct from (r.starts, r.ends)) as is_outside_plan
    from sessions s
    join offers o on o.city_id = s.city_id and o.id = s.offer_id
    left join series r on r.city_id = s.city_id and r.id = s.series_id
    left join intakes i on i.city_id = s.city_id and i.offer_id = s.offer_id
      and i.session_id is not distinct from case o.registration when 'session' then s.id end
    left join intake_limits l on l.city_id = i.city_id and l.intake_id = i.id and l.unit <> 'baby'
    where s.city_id = ${city.id} and s.offer_id = ${offerId} and s.held_on >= ${from}
    order by s.starts_at limit ${limit}`.execute(tx)
  return rows
}

const offersWhere = ({ city, language, now }: Reading, condition: RawBuilder<unknown>) => sql`
  select o.id, o.slug, o.centre_id, o.provider_id, o.state, o.kind, o.format, o.way,
    o.registration, t.title, o.is_without_parents,
    o.is_without_parents and not exists (select from care_decisions d
      where d.city_id = o.city_id and d.offer_id = o.id) as lacks_care,
    t.language as title_language, n.held_on as next_on, n.starts as next_starts, l.taken, l.places,
    o.way = 'online' and o.registration <> 'none' and not exists (select from online_links k
      where k.city_id = o.city_id and k.offer_id = o.id) as lacks_link
  from offers o
  join lateral (select title, language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
    order by t.language = ${language} desc, t.language = o.source_language desc, t.language limit 1) t on true
  left join lateral (select s.id, s.held_on, s.starts, s.starts_at from sessions s
    where s.city_id = o.city_id and s.offer_id = o.id and s.starts_at > ${now} and s.state = 'planned'
    order by s.starts_at limit 1) n on true
  left join intakes i on i.city_id = o.city_id and i.offer_id = o.id
    and i.session_id is not distinct from case o.registration when 'session' then n.id end
  left join intake_limits l on l.city_id = i.city_id and l.intake_id = i.id and l.unit <> 'baby'
  where o.city_id = ${city.id} and ${condition}`
