import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Round, RoundSums } from '../round.ts'

/** The open rounds of the own centres, the next one first. */
export const listOpenRounds = (tx: Tx, cityId: string): Promise<Round[]> =>
  openRounds(tx, cityId).orderBy('heldOn').execute()

export const findOpenRound = (tx: Tx, cityId: string, id: string): Promise<Round | undefined> =>
  openRounds(tx, cityId).where('id', '=', id).executeTakeFirst()

/** It stays open until the end of the transaction: whoever wants to close it waits, and others may ask meanwhile. */
export const holdOpenRoundOf = (tx: Tx, cityId: string, centreId: string): Promise<Round | undefined> =>
  openRounds(tx, cityId).where('centreId', '=', centreId).forKeyShare().executeTakeFirst()

/** Kept locked until the end, so that two colleagues do not close it at once. */
export const lockOpenRound = (tx: Tx, cityId: string, id: string): Promise<Round | undefined> =>
  openRounds(tx, cityId).where('id', '=', id).forUpdate().executeTakeFirst()

/** Rounds that nobody has closed though their last day has come. */
export const lockForgottenRounds = (
  tx: Tx,
  cityId: string,
  today: Temporal.PlainDate,
  limit: number,
): Promise<Round[]> =>
  openRounds(tx, cityId).where('deleteOn', '<=', today).orderBy('id').limit(limit).forUpdate().execute()

export const countOverdueRounds = async (tx: Tx, cityId: string, today: Temporal.PlainDate) => {
  const { overdue } = await tx
    .selectFrom('doorstepRounds')
    .select(({ fn }) => fn.countAll<number>().as('overdue'))
    .where('cityId', '=', cityId)
    .where('isOpen', '=', true)
    .where('heldOn', '<', today)
    .executeTakeFirstOrThrow()
  return overdue
}

type NewRound = CentreRef & { id: string; heldOn: Temporal.PlainDate; goes: string; isExample: boolean }

/** Says whether the round was written: a centre that has an open one gets no second. */
export const addRound = async (tx: Tx, cityId: string, round: NewRound) => {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('doorstepRounds')
    .values({ ...round, cityId })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

export const changeRound = (tx: Tx, cityId: string, id: string, change: Pick<NewRound, 'heldOn' | 'goes'>) =>
  tx.updateTable('doorstepRounds').set(change).where('cityId', '=', cityId).where('id', '=', id).execute()

/**
 * Adds up what stays of a round whose requests are locked, erases the addresses, and closes it. The database gives
 * back to the stock whatever does not hang, and refuses to close a round that still has an address. Says how many
 * households were erased.
 */
export const closeRound = async (tx: Tx, cityId: string, id: string, closedAt: Temporal.Instant) => {
  await sql`
    insert into doorstep_tallies (city_id, provider_id, centre_id, round_id, kit_id, hung_up, came_back)
    select q.city_id, q.provider_id, q.centre_id, q.round_id, k.kit_id,
      coalesce(sum(k.amount) filter (where q.outcome = 'hung-up'), 0),
      coalesce(sum(k.amount) filter (where q.outcome is distinct from 'hung-up'), 0)
    from doorstep_requests q join doorstep_request_kits k on k.city_id = q.city_id and k.request_id = q.id
    where q.city_id = ${cityId} and q.round_id = ${id} group by 1, 2, 3, 4, 5`.execute(tx)
  const gone = await tx
    .deleteFrom('doorstepRequests')
    .where('cityId', '=', cityId)
    .where('roundId', '=', id)
    .returning(['outcome', 'neverRing'])
    .execute()
  await tx
    .updateTable('doorstepRounds')
    .set({
      ...{ isOpen: false, closedAt, goes: '' },
      reached: gone.filter(({ outcome }) => outcome === 'hung-up').length,
      notFound: gone.filter(({ outcome }) => outcome === 'not-found').length,
      notVisited: gone.filter(({ outcome }) => outcome === null).length,
      neverRing: gone.filter(({ neverRing }) => neverRing).length,
    })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()
  return gone.length
}

/** What stays of the rounds of the own centres, the last one first. */
export const listRoundSums = async (tx: Tx, cityId: string) => {
  const { rows } = await sql<RoundSums>`
    select r.held_on, r.is_example, r.reached, r.not_found, r.not_visited, r.never_ring,
      coalesce(sum(t.hung_up), 0)::int as kits, coalesce(sum(t.came_back), 0)::int as came_back
    from doorstep_rounds r left join doorstep_tallies t on t.city_id = r.city_id and t.round_id = r.id
    where r.city_id = ${cityId} and not r.is_open
    group by r.city_id, r.id order by r.held_on desc limit 50`.execute(tx)
  return rows
}

/** How many of a kit hang at doors by now, over all rounds that are closed. */
export const countHungUp = async (tx: Tx, cityId: string) => {
  const rows = await tx
    .selectFrom('doorstepTallies')
    .select('kitId')
    .select(({ fn }) => fn.sum<number>('hungUp').as('hungUp'))
    .where('cityId', '=', cityId)
    .groupBy('kitId')
    .execute()
  return new Map(rows.map(({ kitId, hungUp }) => [kitId, Number(hungUp)]))
}

const openRounds = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('doorstepRounds')
    .select(['id', 'providerId', 'centreId', 'heldOn', 'goes', 'deleteOn'])
    .where('cityId', '=', cityId)
    .where('isOpen', '=', true)
