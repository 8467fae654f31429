import { type RawBuilder, sql } from 'kysely'
import type { CountedHeads, CountedKind } from '../../attendance/index.ts'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { type Cell, type Format, type Measure, measures, type Sums } from '../figures.ts'

type Reading = Pick<Context, 'city' | 'now'>
type Days = { from: Temporal.PlainDate; until: Temporal.PlainDate }

/**
 * The sums of every centre, quarter and format whose sessions the acting person may see. A session counts from its
 * end on, or once it was counted.
 */
export const sumSessions = async (tx: Tx, reading: Reading, days?: Days): Promise<Cell[]> => {
  const { rows } = await sql<Sums & { centreId: string; quarter: Temporal.PlainDate; format: Format }>`
    select centre_id, quarter, format, ${sql.join(measures.map(measure => sql`${sumOf[measure]} as ${sql.ref(measure)}`))}
    from ${pastSessions(reading, days)} f
    group by centre_id, quarter, format
    order by centre_id, quarter, format`.execute(tx)
  return rows.map(({ centreId, quarter, format, ...sums }) => ({ centreId, quarter, format, sums }))
}

/** The same sums as one row for each measure: the shape in which they are released. */
export const cellsToRelease = (reading: Reading) => sql`
  select city_id, centre_id, provider_id, quarter, format, m.measure, m.value
  from (select city_id, centre_id, provider_id, quarter, format,
      ${sql.join(measures.map(measure => sql`${sumOf[measure]} as ${sql.ref(measure)}`))}
    from ${pastSessions(reading)} f
    group by city_id, centre_id, provider_id, quarter, format) s
  cross join lateral (values ${sql.join(
    measures.map(measure => sql`(${sql.lit(measure)}, s.${sql.ref(measure)})`),
  )}) as m (measure, value)`

const pastSessions = ({ city, now }: Reading, days?: Days) => sql`
  (select *, date_trunc('quarter', held_on)::date as quarter from figures.session_figures
    where city_id = ${city.id} and (over_at <= ${now.toString()}::timestamptz or adults is not null)
      ${days ? sql`and held_on between ${days.from.toString()}::date and ${days.until.toString()}::date` : sql``})`

const held = sql`filter (where state = 'planned')`

const sumOf: Record<Measure, RawBuilder<number>> = {
  'sessions-held': sql`count(*) ${held}`,
  'sessions-cancelled': sql`count(*) filter (where state = 'cancelled')`,
  'sessions-uncounted': sql`count(*) filter (where state = 'planned' and adults is null)`,
  'sessions-without-end': sql`count(*) filter (where state = 'planned' and minutes is null)`,
  minutes: sql`coalesce(sum(minutes) ${held}, 0)::bigint`,
  adults: sql`coalesce(sum(adults) ${held}, 0)`,
  'children-under-1': sql`coalesce(sum(children_under_1) ${held}, 0)`,
  'children-1-to-2': sql`coalesce(sum(children_1_to_2) ${held}, 0)`,
  'children-3-to-5': sql`coalesce(sum(children_3_to_5) ${held}, 0)`,
  'children-6-to-10': sql`coalesce(sum(children_6_to_10) ${held}, 0)`,
  'children-over-10': sql`coalesce(sum(children_over_10) ${held}, 0)`,
  'first-time': sql`coalesce(sum(first_time) ${held}, 0)`,
}

/** What was counted at the sessions of each kind; uncounted ones add nothing. */
export const sumByKind = async (tx: Tx, reading: Reading, days: Days, format: Format | null) => {
  const { rows } = await sql<CountedHeads & { kind: CountedKind }>`
    select kind, count(*)::integer as sessions, sum(adults)::integer as adults,
      sum(children_under_1 + children_1_to_2 + children_3_to_5 + children_6_to_10 + children_over_10)::integer as children
    from ${pastSessions(reading, days)} f
    where state = 'planned' and adults is not null ${format ? sql`and format = ${format}` : sql``}
    group by kind`.execute(tx)
  return rows
}

/** The day of the first session at the own centres, or at those of the own provider. */
export const firstHeldOn = async (tx: Tx, { city, scope }: Pick<Context, 'city' | 'scope'>) => {
  const { rows } = await sql<{ first: Temporal.PlainDate | null }>`
    select min(held_on) as first from sessions
    where city_id = ${city.id} and (centre_id = any (${[...(scope.centres ?? [])]}::uuid[])
      or provider_id = any (${[...(scope.providers ?? [])]}::uuid[]))`.execute(tx)
  return rows[0]?.first ?? null
}
