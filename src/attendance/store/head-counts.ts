import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { HeadCount, Heads } from '../head-count.ts'

export type CountedSession = CentreRef & {
  id: string
  offerId: string
  startsAt: Temporal.Instant
  cancelReason: string | null
}

/**
 * Whoever counts a session stands in line here until the transaction ends. A lock of its own, because a course
 * leader may not change the session's row and so could not lock it.
 */
export const lockCounting = (tx: Tx, sessionId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${sessionId}, 1340))`.execute(tx)

export const findSession = (tx: Tx, cityId: string, sessionId: string): Promise<CountedSession | undefined> =>
  tx
    .selectFrom('sessions')
    .select(['id', 'offerId', 'centreId', 'providerId', 'startsAt', 'cancelReason'])
    .where('cityId', '=', cityId)
    .where('id', '=', sessionId)
    .executeTakeFirst()

/** The version this rendering of the counter has already made, if it was sent before. */
export const findByRenderingKey = (tx: Tx, cityId: string, renderingKey: string) =>
  tx
    .selectFrom('headCounts')
    .select('version')
    .where('cityId', '=', cityId)
    .where('renderingKey', '=', renderingKey)
    .executeTakeFirst()

/** Every version of a session's count, the first one first. */
export const listVersions = async (tx: Tx, cityId: string, sessionId: string): Promise<HeadCount[]> => {
  const rows = await tx
    .selectFrom('headCounts')
    .select(['version', 'isWithdrawn', 'countedAs', 'countedBy', 'countedAt', 'adults', 'childrenUnder1'])
    .select(['children1To2', 'children3To5', 'children6To10', 'childrenOver10', 'firstTime'])
    .where('cityId', '=', cityId)
    .where('sessionId', '=', sessionId)
    .orderBy('version')
    .execute()
  return rows.map(({ version, isWithdrawn, countedAs, countedBy, countedAt, ...heads }) => ({
    version,
    isWithdrawn,
    countedAs,
    countedBy,
    countedAt,
    heads,
  }))
}

export const insertCount = (
  tx: Tx,
  cityId: string,
  { id: sessionId, offerId, centreId, providerId }: CountedSession,
  { heads, ...count }: HeadCount & { renderingKey: string },
) =>
  tx
    .insertInto('headCounts')
    .values({ cityId, sessionId, offerId, centreId, providerId, ...heads, ...count })
    .execute()

export type ManyCounts = readonly { session: CountedSession; heads: Heads; countedAt: Temporal.Instant }[]

/** First counts of many sessions at once, such as those of an imported year; sessions already counted stay. */
export const insertMany = async (tx: Tx, cityId: string, counts: ManyCounts) => {
  const column = <Value>(read: (count: ManyCounts[number]) => Value) => counts.map(read)
  await sql`
    insert into head_counts (city_id, session_id, offer_id, centre_id, provider_id, version, counted_as, counted_by,
      rendering_key, counted_at, adults, children_under_1, children_1_to_2, children_3_to_5, children_6_to_10,
      children_over_10, first_time)
    select ${cityId}, c.session_id, c.offer_id, c.centre_id, c.provider_id, 1, 'centre-lead', 'system',
      gen_random_uuid(), c.counted_at, c.adults, c.under_1, c.from_1, c.from_3, c.from_6, c.over_10, c.first_time
    from unnest(${column(({ session }) => session.id)}::uuid[], ${column(({ session }) => session.offerId)}::uuid[],
      ${column(({ session }) => session.centreId)}::uuid[], ${column(({ session }) => session.providerId)}::uuid[],
      ${column(({ countedAt }) => countedAt.toString())}::timestamptz[],
      ${column(({ heads }) => heads.adults)}::int[], ${column(({ heads }) => heads.childrenUnder1)}::int[],
      ${column(({ heads }) => heads.children1To2)}::int[], ${column(({ heads }) => heads.children3To5)}::int[],
      ${column(({ heads }) => heads.children6To10)}::int[], ${column(({ heads }) => heads.childrenOver10)}::int[],
      ${column(({ heads }) => heads.firstTime)}::int[])
      as c (session_id, offer_id, centre_id, provider_id, counted_at, adults, under_1, from_1, from_3, from_6,
        over_10, first_time)
    on conflict (city_id, session_id, version) do nothing`.execute(tx)
}
