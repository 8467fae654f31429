import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Database, Tx } from '../../platform/database/connect.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import type { PhoneOrEmail } from '../../reach/index.ts'
import type { Door, KitRequest, Outcome, WantedKit } from '../kit-request.ts'

type NewRequest = CentreRef &
  Door &
  PhoneOrEmail & {
    id: string
    roundId: string
    language: string
    kits: readonly WantedKit[]
    renderingKey: string
    linkHash: Buffer
  }

/**
 * Takes a request in, and says whether it did: the same form sent twice is one request. Its kits leave the stock with
 * it; fails with 23514 where less than none would be left, and with 23503 where the round has just been closed.
 */
export const addRequest = async (tx: Tx, cityId: string, { kits, ...request }: NewRequest) => {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('doorstepRequests')
    .values({ ...request, cityId })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  const { id: requestId, centreId, providerId } = request
  const inOrder = kits.toSorted((one, other) => (one.kitId < other.kitId ? -1 : 1))
  await tx
    .insertInto('doorstepRequestKits')
    .values(inOrder.map(kit => ({ ...kit, cityId, centreId, providerId, requestId })))
    .execute()
  return true
}

/** All that a household has said; only its centre reads it. */
export const listRequests = async (tx: Tx, cityId: string, roundId: string): Promise<KitRequest[]> => {
  const rows = await requests(tx, cityId).where('roundId', '=', roundId).execute()
  return rows.map(asRequest)
}

/** The same, kept locked until the end: nobody ticks or takes back what is being counted. */
export const lockRequests = async (tx: Tx, cityId: string, roundId: string): Promise<KitRequest[]> => {
  const rows = await requests(tx, cityId).where('roundId', '=', roundId).orderBy('id').forUpdate().execute()
  return rows.map(asRequest)
}

/** Kept locked until the end, so that two ticks at once follow each other. */
export const lockRequest = async (tx: Tx, cityId: string, id: string) => {
  const row = await requests(tx, cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asRequest(row)
}

export const tick = (
  tx: Tx,
  cityId: string,
  id: string,
  mark: { outcome: Outcome | null } | { neverRing: boolean },
) => tx.updateTable('doorstepRequests').set(mark).where('cityId', '=', cityId).where('id', '=', id).execute()

export const deleteRequest = (tx: Tx, cityId: string, id: string) =>
  tx.deleteFrom('doorstepRequests').where('cityId', '=', cityId).where('id', '=', id).execute()

/** What a family finds again by its link; the desk itself may not read requests. */
export type OwnRequest = Door & {
  centreId: string
  outcome: Outcome | null
  heldOn: Temporal.PlainDate
  /** How many, by the id of the kit. */
  kits: Record<string, number>
}

export const openByLink = async (
  db: Database,
  cityId: string,
  linkHash: Buffer,
): Promise<OwnRequest | undefined> => {
  const { rows } =
    await sql<OwnRequest>`select * from doorstep_request_behind(${cityId}, ${linkHash})`.execute(db)
  return rows[0]
}

/** Takes a request back that nobody has gone for yet, and says whether there was one. */
export const takeBack = async (db: Database, cityId: string, linkHash: Buffer) => {
  const { rows } = await sql<{ gone: boolean }>`
    select take_doorstep_request_back(${cityId}, ${linkHash}) as gone`.execute(db)
  return rows[0]?.gone ?? false
}

const requests = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('doorstepRequests as q')
    .select(['q.id', 'q.providerId', 'q.centreId', 'q.roundId', 'q.called', 'q.street', 'q.houseNumber'])
    .select(['q.hint', 'q.neverRing', 'q.language', 'q.email', 'q.phone', 'q.outcome'])
    .select(
      sql<
        WantedKit[]
      >`(select json_agg(json_build_object('kitId', k.kit_id, 'amount', k.amount) order by k.kit_id)
        from doorstep_request_kits k where k.city_id = q.city_id and k.request_id = q.id)`.as('kits'),
    )
    .where('q.cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number]

const asRequest = ({ language, kits, ...row }: Row): KitRequest => ({
  ...row,
  language: isLanguage(language) ? language : 'de',
  kits: kits ?? [],
})
