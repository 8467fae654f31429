import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { PlannedSession } from '../plan-sessions.ts'
import type { SeriesRule } from '../series.ts'
import { arrayLiteral } from './array-literal.ts'

export type NewSession = PlannedSession & { id: string; offerId: string }
export type ComingSession = {
  id: string
  offerId: string
  seriesId: string | null
  heldOn: Temporal.PlainDate
  /** The day its series means by it; null where it is held on that day. */
  plannedOn: Temporal.PlainDate | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant | null
  movedFrom: Temporal.Instant | null
  /** Staff gave it a day or hours that are not those of its series. */
  hasOwnTimes: boolean
  ownPlaces: number | null
  state: 'planned' | 'cancelled'
  hasRegistrations: boolean
}

/** Sessions of the offers that have not begun; a registration for a course counts for each of its dates. */
export const findComing = async (tx: Tx, cityId: string, offerIds: string[], now: Temporal.Instant) => {
  const { rows } = await sql<ComingSession>`
    select s.id, s.offer_id, s.series_id, s.held_on, s.planned_on, s.starts_at, s.ends_at, s.moved_from,
      s.has_own_times, s.own_places, s.state,
      exists (select from intakes i join registrations r on r.city_id = i.city_id and r.intake_id = i.id
        where i.city_id = s.city_id and i.offer_id = s.offer_id and (i.session_id = s.id or i.session_id is null)
      ) as has_registrations
    from sessions s
    where s.city_id = ${cityId} and s.offer_id = any (${offerIds}::uuid[]) and s.starts_at > ${now}`.execute(
    tx,
  )
  return rows
}

/** Which of the offers have ever had a session. */
export const findOffersWithSessions = async (tx: Tx, cityId: string, offerIds: string[]) => {
  const { rows } = await sql<{ offerId: string }>`
    select o.id as offer_id from offers o
    where o.city_id = ${cityId} and o.id = any (${offerIds}::uuid[])
      and exists (select from sessions s where s.city_id = o.city_id and s.offer_id = o.id)`.execute(tx)
  return new Set(rows.map(row => row.offerId))
}

/** Moments travel as numbers: a million dates as text would take seconds to write and to read. */
export const insertSessions = async (tx: Tx, cityId: string, sessions: readonly NewSession[]) => {
  if (sessions.length === 0) return
  const column = (key: 'id' | 'seriesId' | 'heldOn') => arrayLiteral(sessions.map(session => session[key]))
  const moments = (key: 'startsAt' | 'endsAt') =>
    arrayLiteral(sessions.map(session => session[key]?.epochMilliseconds))
  await sql`
    insert into sessions (city_id, id, provider_id, centre_id, offer_id, series_id, held_on, starts, ends,
      starts_at, ends_at, own_place, own_leader, own_places, own_languages, own_eases)
    select s.city_id, new.id, o.provider_id, o.centre_id, o.id, s.id, new.held_on, s.starts, s.ends,
      to_timestamp(new.starts_at / 1000), to_timestamp(new.ends_at / 1000), s.own_place, s.own_leader, s.own_places,
      s.own_languages, s.own_eases
    from unnest(${column('id')}::uuid[], ${column('seriesId')}::uuid[], ${column('heldOn')}::date[],
      ${moments('startsAt')}::float8[], ${moments('endsAt')}::float8[])
      as new (id, series_id, held_on, starts_at, ends_at)
    join series s on s.city_id = ${cityId} and s.id = new.series_id
    join offers o on o.city_id = s.city_id and o.id = s.offer_id
    on conflict (city_id, offer_id, starts_at) do nothing`.execute(tx)
}

export const deleteSessions = async (tx: Tx, cityId: string, ids: string[]) => {
  if (ids.length === 0) return
  await tx
    .deleteFrom('sessions')
    .where('cityId', '=', cityId)
    .where('id', '=', eb => eb.fn.any(eb.val(ids)))
    .execute()
}

export type Retiming = Pick<PlannedSession, 'heldOn' | 'starts' | 'ends' | 'startsAt' | 'endsAt'> & {
  id: string
  seriesId: string | null
  plannedOn: Temporal.PlainDate | null
  movedFrom: Temporal.Instant | null
  hasOwnTimes: boolean
}

/** All in one statement: no date may move to where another of them still stands. */
export const writeTimes = async (
  tx: Tx,
  cityId: string,
  retimed: readonly Retiming[],
  now: Temporal.Instant,
) => {
  if (retimed.length === 0) return
  const column = (key: keyof Retiming) => retimed.map(session => session[key])
  await sql`
    update sessions s set series_id = new.series_id, held_on = new.held_on, planned_on = new.planned_on,
      starts = new.starts, ends = new.ends, starts_at = new.starts_at, ends_at = new.ends_at,
      moved_from = new.moved_from, has_own_times = new.has_own_times, changed_at = ${now}
    from unnest(${column('id')}::uuid[], ${column('seriesId')}::uuid[], ${column('heldOn')}::date[],
      ${column('plannedOn')}::date[], ${column('starts')}::time[], ${column('ends')}::time[],
      ${column('startsAt')}::timestamptz[], ${column('endsAt')}::timestamptz[],
      ${column('movedFrom')}::timestamptz[], ${column('hasOwnTimes')}::boolean[])
      as new (id, series_id, held_on, planned_on, starts, ends, starts_at, ends_at, moved_from, has_own_times)
    where s.city_id = ${cityId} and s.id = new.id`.execute(tx)
}

/**
 * Takes the coming dates of offers, or of single series, out of the plan. Dates that were cancelled, that have
 * registrations or that staff added by hand stay.
 */
export const dropComing = async (
  tx: Tx,
  cityId: string,
  { offerIds = [], seriesIds = [] }: { offerIds?: string[]; seriesIds?: string[] },
  now: Temporal.Instant,
) => {
  await sql`
    delete from sessions s
    where s.city_id = ${cityId} and s.starts_at > ${now} and s.state = 'planned' and s.series_id is not null
      and (s.offer_id = any (${offerIds}::uuid[]) or s.series_id = any (${seriesIds}::uuid[]))
      and not exists (select from intakes i join registrations r on r.city_id = i.city_id and r.intake_id = i.id
        where i.city_id = s.city_id and i.offer_id = s.offer_id and (i.session_id = s.id or i.session_id is null)
      )`.execute(tx)
}

/** The day of the last session each series without end has got so far, cancelled ones included. */
export const findOpenEnded = async (tx: Tx, cityId: string) => {
  const { rows } = await sql<
    SeriesRule & { id: string; offerId: string; centreId: string; filledUntil: Temporal.PlainDate | null }
  >`
    select s.id, s.offer_id, o.centre_id, s.rule, s.weekday, s.nth, s.starts, s.ends, s.first_on, s.last_on, s.units,
      s.skips_school_holidays, s.skips_public_holidays, s.skips_closing_days, s.partner_id, s.except_on, s.dates,
      (select max(coalesce(planned_on, held_on)) from sessions e where e.city_id = s.city_id and e.series_id = s.id) as filled_until
    from series s join offers o on o.city_id = s.city_id and o.id = s.offer_id
    where s.city_id = ${cityId} and o.state <> 'archived'
      and s.rule <> 'dates' and s.last_on is null and s.units is null
    order by s.offer_id, s.id`.execute(tx)
  return rows
}

/** Dates that no series means any more; they stay until staff decide about them. */
export const takeOutOfSeries = async (tx: Tx, cityId: string, ids: readonly string[]) => {
  if (ids.length === 0) return
  await tx
    .updateTable('sessions')
    .set({ seriesId: null, plannedOn: null })
    .where('cityId', '=', cityId)
    .where('id', 'in', [...ids])
    .execute()
}
