import { sql } from 'kysely'
import type { Entry } from '../entry.ts'
import { daysOf, type Filters } from '../filters.ts'
import { all, dateConditions, isNotOver, offerConditions, type Reading } from './conditions.ts'
import { type IntakeRow, intakeOf, type OfferRow, offerOf } from './entry-rows.ts'
import { type Found, offersIn } from './search.ts'

type Span = {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  near?: string | undefined
  centre?: string
}

/** Dates from one day to another, both included, that are not over; near a district, its own come first. */
export const findSessions = async (
  context: Reading,
  { from, until, near, centre }: Span,
): Promise<Entry[]> => {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from ${sessionsOf(context)} ${around(context, near)}
    where s.city_id = ${context.city.id} and s.held_on between ${from} and ${until}
      and ${isNotOver(context)} and ${centre ? sql`c.slug = ${centre}` : sql`true`}
    order by s.held_on, case when n.is_local then 0 else n.place_in_order end, s.starts, c.name`.execute(
    context.db,
  )
  return rows.map(row => entryOf(row, context.city.timeZone))
}

type Listing = {
  filters: Filters
  today: Temporal.PlainDate
  /**
   * What a search has found: what fits before what fits in part, what one can still join before what is full, and that
   * before what is closed; then the best answer, near and soon. Without a search all, soonest first.
   */
  found?: Found | undefined
  limit: number
  offset: number
}

/** Each offer once, with its next date; on chosen days with every date; those without any come last. */
export const findOffers = async (
  context: Reading,
  { filters, today, found, limit, offset }: Listing,
): Promise<{ entries: Entry[]; count: number }> => {
  const onDay = filters.day && daysOf(filters.day, today)
  const days = onDay ? sql`s.held_on between ${onDay.from} and ${onDay.until}` : sql`s.held_on >= ${today}`
  const needsDate = Boolean(filters.day ?? filters.part)
  const { rows } = await sql<Listed & { count: number }>`
    select o.id as offer_id, s.id as session_id, count(*) over () as count
    from published.offers o
    left join lateral (
      select s.id, s.starts_at from published.sessions s
      where s.city_id = o.city_id and s.offer_id = o.id and ${days}
        and ${isNotOver(context)} and ${all(dateConditions(context, filters))}
      order by s.starts_at ${onDay ? sql`` : sql`limit 1`}
    ) s on true
    ${around(context, filters.district)}
    where o.city_id = ${context.city.id} and ${all(offerConditions(context, filters))}
      and ${needsDate ? sql`s.id is not null` : sql`true`}
      and ${found ? sql`o.id = any (${offersIn(found)}::uuid[])` : sql`true`}
    order by ${found ? sql`${isInPart(found)}, ${mayJoin(context)}, ${rankIn(found)}, n.place_in_order,` : sql``} s.starts_at nulls last, o.slug
    limit ${limit} offset ${offset}`.execute(context.db)
  const entries = await findListed(context, rows, filters.district)
  return { entries, count: rows[0]?.count ?? 0 }
}

type Listed = { offerId: string; sessionId: string | null }

/**
 * Words and places of one page of a list, not of all that it counts. Asked apart, because by its keys alone the
 * database plans it once; in one question with the filters it planned for longer than it read.
 */
const findListed = async (
  context: Reading,
  listed: readonly Listed[],
  district: string | undefined,
): Promise<Entry[]> => {
  const [offers, sessions] = [listed.map(({ offerId }) => offerId), listed.map(({ sessionId }) => sessionId)]
  const { rows } = await sql<EntryRow>`
    select ${entryColumns}
    from unnest(${offers}::uuid[], ${sessions}::uuid[]) with ordinality as l (offer_id, session_id, line)
    join published.offers o on o.city_id = ${context.city.id} and o.id = l.offer_id
    left join published.sessions s on s.city_id = o.city_id and s.id = l.session_id
    ${besideOffer(context)} ${around(context, district)}
    order by l.line`.execute(context.db)
  return rows.map(row => entryOf(row, context.city.timeZone))
}

/** The coming dates of one offer. */
export const findDatesOf = async (
  context: Reading,
  { slug, from, limit }: { slug: string; from: Temporal.PlainDate; limit: number },
): Promise<Entry[]> => {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from ${sessionsOf(context)} ${around(context, undefined)}
    where s.city_id = ${context.city.id} and o.slug = ${slug} and s.held_on >= ${from}
    order by s.starts_at limit ${limit}`.execute(context.db)
  return rows.map(row => entryOf(row, context.city.timeZone))
}

/** One date, also when it is over or cancelled. */
export const findSession = async (context: Reading, id: string): Promise<Entry | undefined> => {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from ${sessionsOf(context)} ${around(context, undefined)}
    where s.city_id = ${context.city.id} and s.id = ${id}`.execute(context.db)
  return rows[0] && entryOf(rows[0], context.city.timeZone)
}

export const sessionsOf = (context: Reading) =>
  sql`published.sessions s join published.offers o on o.city_id = s.city_id and o.id = s.offer_id
    ${besideOffer(context)}`

/** Its room was taken by somebody else. */
const lacksRoom = sql`exists (select from published.dates_without_room w
  where w.city_id = s.city_id and w.session_id = s.id)`

/** Only whoever was invited may register. */
const isClosedGroup = sql`exists (select from published.closed_groups g
  where g.city_id = o.city_id and g.offer_id = o.id)`

/** Neither at the centre nor in one of its rooms: the place of the date says so, or else that of its offer. */
const isElsewhere = sql`case
  when s.own_place is not null then exists (select from published.dates_elsewhere e
    where e.city_id = s.city_id and e.session_id = s.id)
  else exists (select from published.offers_elsewhere e
    where e.city_id = o.city_id and e.offer_id = o.id) end`

/**
 * The words of the offer, its centre, what one registers for, and when a cancelled date is held again. What is special
 * about the date or its offer is looked up beside each row: joined, it made planning ten times as long as reading.
 */
export const besideOffer = ({ language }: Reading) => sql`
  join published.centres c on c.city_id = o.city_id and c.id = o.centre_id
  join lateral (
    select t.title, t.summary, t.language from published.offer_texts t
    where t.city_id = o.city_id and t.offer_id = o.id
    order by t.language = ${language} desc, t.language = o.source_language desc, t.language limit 1
  ) t on true
  cross join lateral (
    select ease.eases, own.own_languages, own.own_eases, room.is_step_free as has_step_free_room,
      ${lacksRoom} as lacks_room, ${isElsewhere} as is_elsewhere, ${isClosedGroup} as is_closed_group
    from published.offer_eases ease
    left join published.own_eases own on own.city_id = s.city_id and own.session_id = s.id
    left join published.steps_of_rooms room on room.city_id = o.city_id and room.centre_id = o.centre_id
      and room.place = lower(coalesce(s.own_place, o.place))
    where ease.city_id = o.city_id and ease.offer_id = o.id limit 1
  ) ways
  left join published.intakes i on i.city_id = o.city_id and i.offer_id = o.id
    and i.session_id is not distinct from case o.registration when 'session' then s.id end
  left join lateral (
    select m.held_on as next_on, m.id as next_id from published.sessions m
    where m.city_id = o.city_id and m.offer_id = o.id and m.state = 'planned' and m.starts_at > s.starts_at
    order by m.starts_at limit 1
  ) m on s.state = 'cancelled'`

const isInPart = ({ alsoFitting }: Found) => sql`o.id = any (${alsoFitting.flat()}::uuid[])`

/** What can be joined now, then what has a waiting list or opens later, then what is closed: as `joiningOf` says. */
const mayJoin = ({ now }: Reading) => sql`case
  when o.registration = 'none' then 0
  when ${isClosedGroup} then 2
  else coalesce((
    select case
      when i.is_stopped or i.closes_at <= ${now} then 2
      when i.free_places <= 0 or i.opens_at > ${now} then 1
      else 0 end
    from published.intakes i where i.city_id = o.city_id and i.offer_id = o.id
      and i.session_id is not distinct from case o.registration when 'session' then s.id end), 2) end`

const rankIn = ({ fitting, alsoFitting }: Found) =>
  sql`case ${sql.join(
    [...fitting, ...alsoFitting].map((group, rank) => sql`when o.id = any (${group}::uuid[]) then ${rank}`),
    sql` `,
  )} end`

export const around = ({ city }: Reading, district: string | undefined) =>
  sql`left join published.nearness n on n.city_id = ${city.id} and n.centre_id = o.centre_id
    and n.district_code = ${district ?? null}`

export const entryColumns = sql`
  o.id as offer_id, o.slug, o.kind, o.format, o.way, o.topics, coalesce(ways.own_languages, o.languages) as languages,
  coalesce(ways.own_eases, ways.eases) as eases, o.audience, o.age_from, o.age_until,
  o.is_from_pregnancy, o.price_cents, o.price_per,
  coalesce(ways.has_step_free_room, o.is_step_free and s.own_place is null) and not ways.lacks_room as is_step_free,
  case when ways.lacks_room then '' else coalesce(s.own_place, o.place) end as place, o.registration,
  t.title, t.summary, t.language as title_language,
  c.id as centre_id, c.slug as centre_slug, c.name as centre_name, c.street as centre_street,
  s.id as session_id, s.held_on, s.starts, s.ends, s.starts_at, s.ends_at, s.moved_from,
  case when not ways.lacks_room then s.own_place end as own_place, ways.lacks_room, s.own_leader,
  ways.own_languages, ways.own_eases, ways.is_elsewhere, s.sequence, s.changed_at, s.cancel_reason, s.cancel_note,
  m.next_on, m.next_id, i.id as intake_id, i.opens_at, i.closes_at, i.is_stopped, i.free_places, i.free_baby_places, ways.is_closed_group,
  coalesce(n.is_local, false) as is_local`

export type EntryRow = OfferRow & IntakeRow & DateRow & { sessionId: string | null; isLocal: boolean }

type DateRow = Omit<NonNullable<Entry['session']>, 'id' | 'cancelled'> & {
  cancelReason: NonNullable<NonNullable<Entry['session']>['cancelled']>['reason'] | null
  cancelNote: string
  nextOn: Temporal.PlainDate | null
  nextId: string | null
}

export const entryOf = (row: EntryRow, timeZone: string): Entry => ({
  ...offerOf(row),
  session: row.sessionId ? sessionOf(row, row.sessionId) : null,
  intake: intakeOf(row, timeZone),
  isLocal: row.isLocal,
})

const sessionOf = (row: EntryRow, id: string): Entry['session'] => {
  const { heldOn, starts, ends, startsAt, endsAt, cancelReason, cancelNote, nextOn, nextId } = row
  const { movedFrom, ownPlace, lacksRoom, ownLeader, ownLanguages, ownEases } = row
  const { isElsewhere, sequence, changedAt } = row
  const cancelled = cancelReason && { reason: cancelReason, note: cancelNote, nextOn, nextId }
  return {
    ...{ id, heldOn, starts, ends, startsAt, endsAt, cancelled, movedFrom },
    ...{ ownPlace, lacksRoom, ownLeader, ownLanguages, ownEases, isElsewhere, sequence, changedAt },
  }
}
