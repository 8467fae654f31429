import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { CancelReason } from '../../outreach/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { CountedKind } from '../counting-unit.ts'

/** A session as those see it who hold it: when, what, where, how many are expected and how many were counted. */
export type HeldSession = {
  id: string
  offerId: string
  centreId: string
  centreName: string
  kind: CountedKind
  title: string
  /** The language the title is written in, where there is none in the reader's. */
  titleLanguage: string
  place: string
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  startsAt: Temporal.Instant
  cancelReason: CancelReason | null
  cancelNote: string
  /** What one registers for; null where families just come. */
  intakeId: string | null
  places: number | null
  taken: number | null
  /** Adults and children of the count that holds; null while uncounted. */
  everybody: number | null
}

type Reading = Pick<Context, 'city' | 'language' | 'scope'>
type Days = { from: Temporal.PlainDate; until: Temporal.PlainDate }

/** Sessions at the own centres and of the own offers in a span of days, both included. */
export const listHeld = (tx: Tx, reading: Reading, { from, until }: Days) =>
  heldSessions(tx, reading, sql`s.held_on between ${from}::date and ${until}::date and ${own(reading)}`)

/** Own sessions that took place and were not counted, the newest first. */
export const listUncounted = (tx: Tx, reading: Reading, { from, until }: Days) =>
  heldSessions(
    tx,
    reading,
    sql`s.held_on between ${from}::date and ${until}::date and ${own(reading)}
      and s.state = 'planned' and not coalesce(not h.is_withdrawn, false)`,
    sql`s.starts_at desc`,
  )

export const findHeld = async (tx: Tx, reading: Reading, sessionId: string) =>
  (await heldSessions(tx, reading, sql`s.id = ${sessionId}`))[0]

const own = ({ scope }: Reading) =>
  sql`(s.centre_id = any (${[...(scope.centres ?? [])]}::uuid[]) or s.offer_id = any (${[...(scope.offers ?? [])]}::uuid[]))`

const heldSessions = async (
  tx: Tx,
  { city, language }: Reading,
  condition: RawBuilder<unknown>,
  order = sql`s.starts_at`,
) => {
  const { rows } = await sql<HeldSession>`
    select s.id, s.offer_id, s.centre_id, c.name as centre_name, o.kind, t.title, t.language as title_language,
      case when exists (select from published.dates_without_room w
      where w.city_id = s.city_id and w.session_id = s.id) then '' else coalesce(s.own_place, o.place) end as place,
      s.held_on, s.starts, s.ends, s.starts_at, s.cancel_reason, s.cancel_note, i.id as intake_id, l.places, l.taken,
      case when not h.is_withdrawn then h.adults + h.children_under_1 + h.children_1_to_2 + h.children_3_to_5
        + h.children_6_to_10 + h.children_over_10 end as everybody
    from sessions s
    join offers o on o.city_id = s.city_id and o.id = s.offer_id and o.state <> 'draft'
    join centres c on c.city_id = s.city_id and c.id = s.centre_id
    join lateral (select t.title, t.language from offer_texts t where t.city_id = o.city_id and t.offer_id = o.id
      order by t.language = ${language} desc, t.language = o.source_language desc limit 1) t on true
    left join intakes i on i.city_id = s.city_id and i.offer_id = s.offer_id
      and i.session_id is not distinct from case o.registration when 'session' then s.id end
    left join intake_limits l on l.city_id = i.city_id and l.intake_id = i.id and l.unit = o.counts
    left join lateral (select h.* from head_counts h where h.city_id = s.city_id and h.session_id = s.id
      order by h.version desc limit 1) h on true
    where s.city_id = ${city.id} and ${condition}
    order by ${order}, t.title`.execute(tx)
  return rows
}
