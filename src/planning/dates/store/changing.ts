import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Ease } from '../../../programme/index.ts'
import type { SeriesRule } from '../../series/series.ts'
import type { ComingSession } from '../../series/store/sessions.ts'

/** A coming date with all that can be its own. */
export type DateToChange = ComingSession & {
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  ownPlace: string | null
  ownLeader: string | null
  ownLanguages: string[] | null
  ownEases: Ease[] | null
  /** What one registers for; null where one just comes. */
  intakeId: string | null
}

/** What all dates of an offer say that have nothing of their own. */
export type OfferToChange = NonNullable<Awaited<ReturnType<typeof findOfferToChange>>>
export type OwnWays = {
  ownPlace: string | null
  ownLeader: string | null
  ownPlaces: number | null
  ownLanguages: string[] | null
  ownEases: Ease[] | null
}
export type SeriesToChange = SeriesRule & OwnWays & { id: string }

export const findOfferToChange = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('offers')
    .select(['id', 'slug', 'state', 'centreId', 'providerId', 'place', 'leader', 'registration', 'places'])
    .select(['languages', 'eases'])
    .$narrowType<{ eases: Ease[] }>()
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()

export const listSeriesToChange = (tx: Tx, cityId: string, offerId: string): Promise<SeriesToChange[]> =>
  tx
    .selectFrom('series')
    .select(['id', 'rule', 'weekday', 'nth', 'starts', 'ends', 'firstOn', 'lastOn', 'units'])
    .select([
      'skipsSchoolHolidays',
      'skipsPublicHolidays',
      'skipsClosingDays',
      'partnerId',
      'exceptOn',
      'dates',
    ])
    .select(['ownPlace', 'ownLeader', 'ownPlaces', 'ownLanguages', 'ownEases'])
    .$narrowType<{ ownEases: Ease[] | null }>()
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .execute()

/** The dates of an offer that have not begun, cancelled ones too, in order. */
export const listDatesToChange = async (tx: Tx, cityId: string, offerId: string, now: Temporal.Instant) => {
  const { rows } = await sql<DateToChange>`
    select s.id, s.offer_id, s.series_id, s.held_on, s.planned_on, s.starts, s.ends, s.starts_at, s.ends_at,
      s.moved_from, s.has_own_times, s.own_place, s.own_leader, s.own_places,
      s.own_languages, s.own_eases, s.state, i.id as intake_id,
      exists (select from registrations r where r.city_id = i.city_id and r.intake_id = i.id) as has_registrations
    from sessions s
    join offers o on o.city_id = s.city_id and o.id = s.offer_id
    left join intakes i on i.city_id = s.city_id and i.offer_id = s.offer_id
      and i.session_id is not distinct from case o.registration when 'session' then s.id end
    where s.city_id = ${cityId} and s.offer_id = ${offerId} and s.starts_at > ${now}
    order by s.starts_at`.execute(tx)
  return rows
}

/** Writes what a date has of its own, where that is new. */
export const writeOwnWays = async (
  tx: Tx,
  cityId: string,
  before: OwnWays & { id: string },
  { ownPlace, ownLeader, ownPlaces, ownLanguages, ownEases }: OwnWays,
  now: Temporal.Instant,
) => {
  const own = { ownPlace, ownLeader, ownPlaces, ownLanguages, ownEases }
  if (Object.entries(own).every(([name, value]) => isDeepStrictEqual(before[name as keyof OwnWays], value)))
    return
  await tx
    .updateTable('sessions')
    .set({ ...own, changedAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', before.id)
    .execute()
}
export const updatePlanOfOffer = (
  tx: Tx,
  cityId: string,
  id: string,
  set: Partial<Pick<OfferToChange, 'place' | 'leader' | 'places' | 'languages' | 'eases'>> & {
    updatedAt: Temporal.Instant
  },
) => tx.updateTable('offers').set(set).where('cityId', '=', cityId).where('id', '=', id).execute()

/** Which day of its series dates stand for, and of which series; cancelled ones keep that place too. */
export const writeDaysInSeries = async (
  tx: Tx,
  cityId: string,
  dates: readonly { id: string; seriesId: string; plannedOn: Temporal.PlainDate | null }[],
) => {
  if (dates.length === 0) return
  await sql`
    update sessions s set series_id = new.series_id, planned_on = new.planned_on
    from unnest(${dates.map(date => date.id)}::uuid[], ${dates.map(date => date.seriesId)}::uuid[],
      ${dates.map(date => date.plannedOn)}::date[]) as new (id, series_id, planned_on)
    where s.city_id = ${cityId} and s.id = new.id`.execute(tx)
}
