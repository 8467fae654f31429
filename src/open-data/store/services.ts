import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'

type Reading = Pick<Context, 'db' | 'city' | 'now'>

type Wanted = {
  /** The offers a search has found. */
  found?: readonly string[] | undefined
  id?: string | undefined
  kind?: string | undefined
  topic?: string | undefined
  /** Only those about something. */
  hasTopic?: boolean
  providerId?: string | undefined
  postalCode?: string | undefined
  changedAfter?: Temporal.Instant | undefined
  limit: number
  offset: number
}

export type ServiceRow = {
  id: string
  changedAt: Temporal.Instant
  /** When somebody last looked whether it is right. */
  checkedOn: Temporal.PlainDate | null
}

/** Published offers page by page, with when they or one of their dates last changed, and how many there are. */
export const findServices = async ({ db, city }: Reading, wanted: Wanted) => {
  const { found, id, kind, topic, hasTopic, providerId, postalCode, changedAfter, limit, offset } = wanted
  const { rows } = await sql<ServiceRow & { count: number }>`
    with services as (
      select o.id, greatest(o.updated_at,
        (select max(s.changed_at) from published.sessions s where s.city_id = o.city_id and s.offer_id = o.id)
      ) as changed_at, k.checked_on
      from published.offers o
      left join published.checked_offers k on k.city_id = o.city_id and k.offer_id = o.id
      join published.centres c on c.city_id = o.city_id and c.id = o.centre_id
      where o.city_id = ${city.id}
        and ${found ? sql`o.id = any (${found}::uuid[])` : sql`true`}
        and ${id ? sql`o.id = ${id}` : sql`true`}
        and ${kind ? sql`o.kind = ${kind}` : sql`true`}
        and ${topic ? sql`${topic} = any (o.topics)` : sql`true`}
        and ${hasTopic ? sql`cardinality(o.topics) > 0` : sql`true`}
        and ${providerId ? sql`o.provider_id = ${providerId}` : sql`true`}
        and ${postalCode ? sql`c.postal_code = ${postalCode}` : sql`true`}
    )
    select id, changed_at, checked_on, count(*) over () as count from services
    where ${changedAfter ? sql`changed_at >= ${changedAfter}` : sql`true`}
    order by id limit ${limit} offset ${offset}`.execute(db)
  return { services: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 }
}

export type ServiceDate = {
  offerId: string
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  startsAt: Temporal.Instant
  place: string
  isCancelled: boolean
}

/** The coming dates of some offers, cancelled ones among them. */
export const findServiceDates = async (
  { db, city, now }: Reading,
  offerIds: readonly string[],
): Promise<Map<string, ServiceDate[]>> => {
  const { rows } = await sql<ServiceDate>`
    select s.offer_id, s.held_on, s.starts, s.ends, s.starts_at, case when exists (select from published.dates_without_room w
      where w.city_id = s.city_id and w.session_id = s.id) then '' else coalesce(s.own_place, o.place) end as place,
      s.state = 'cancelled' as is_cancelled
    from published.sessions s join published.offers o on o.city_id = s.city_id and o.id = s.offer_id
    where s.city_id = ${city.id} and s.offer_id = any (${offerIds}::uuid[]) and s.starts_at > ${now}
    order by s.starts_at`.execute(db)
  return Map.groupBy(rows, ({ offerId }) => offerId)
}

export type Area = { centreId: string; districtCode: string; name: string }

/** The quarters that a centre is there for on a day. */
export const findAreas = async (
  { db, city }: Reading,
  today: Temporal.PlainDate,
): Promise<Map<string, Area[]>> => {
  const { rows } = await sql<Area>`
    select a.centre_id, d.code as district_code, q.name
    from published.catchments a
    join published.quarters q on q.city_id = a.city_id and q.id = a.quarter_id
    join published.districts d on d.city_id = q.city_id and d.id = q.district_id
    where a.city_id = ${city.id} and a.valid @> ${today}::date
    order by d.code, q.name`.execute(db)
  return Map.groupBy(rows, ({ centreId }) => centreId)
}
