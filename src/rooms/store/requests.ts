import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import { columnsOf, type Reach, reachOf } from '../../reach/index.ts'
import type { RoomRequest } from '../request.ts'
import type { WithSetUp } from '../span.ts'

type Asked = Pick<
  RoomRequest,
  'id' | 'providerId' | 'centreId' | 'roomId' | 'language' | 'called' | 'purpose' | 'people' | 'wants'
> &
  Pick<RoomRequest, 'startsAt' | 'endsAt' | 'askedAt' | 'feeCents' | 'depositCents' | 'deleteOn'> & {
    state: 'asked' | 'waiting'
    onceKey: string
    linkHash: Buffer
    codeHash: Buffer
  }

/** Takes a request in. The same form sent twice is one request. */
export const addRequest = async (tx: Tx, cityId: string, { wants, onceKey, ...request }: Asked) => {
  await tx
    .insertInto('roomRequests')
    .values({ ...request, ...columnsOf(wants), cityId, renderingKey: onceKey })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Requests of the own centres: what waits first, then what is to come. */
export const listRequests = async (tx: Tx, cityId: string): Promise<RoomRequest[]> => {
  const rows = await requests(tx, cityId)
    .orderBy(({ eb }) => eb('state', '=', 'asked'), 'desc')
    .orderBy('startsAt')
    .limit(200)
    .execute()
  return rows.map(asRequest)
}

export const findRequest = async (tx: Tx, cityId: string, id: string) => {
  const row = await requests(tx, cityId).where('id', '=', id).executeTakeFirst()
  return row && asRequest(row)
}

/** Kept locked until the end, so that two colleagues do not answer at once. */
export const lockRequest = async (tx: Tx, cityId: string, id: string) => {
  const row = await requests(tx, cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asRequest(row)
}

/** Other requests that wait for the same room, its hall or its parts at a time that is now given away. */
export const findOthersWaiting = async (
  tx: Tx,
  cityId: string,
  { roomId, except, span }: { roomId: string; except: string; span: Pick<WithSetUp, 'startsAt' | 'endsAt'> },
): Promise<RoomRequest[]> => {
  const { rows } = await sql<{ id: string }>`
    select q.id from room_requests q
    join rooms mine on mine.city_id = q.city_id and mine.id = ${roomId}
    join rooms r on r.city_id = q.city_id and r.id = q.room_id
    where q.city_id = ${cityId} and q.state = 'asked' and q.id <> ${except}
      and (r.id = mine.id or r.part_of = mine.id or r.id = mine.part_of)
      and q.starts_at < ${span.endsAt} and q.ends_at > ${span.startsAt}
    order by q.id for update of q`.execute(tx)
  const found = await Promise.all(rows.map(({ id }) => findRequest(tx, cityId, id)))
  return found.flatMap(request => request ?? [])
}

export const saveAnswer = (
  tx: Tx,
  cityId: string,
  id: string,
  answer:
    | { state: 'confirmed'; bookingId: string }
    | { state: 'declined'; reason: string }
    | { state: 'asked' | 'withdrawn' | 'revoked' },
) => tx.updateTable('roomRequests').set(answer).where('cityId', '=', cityId).where('id', '=', id).execute()

type Money = Partial<Pick<RoomRequest, 'feePaidOn' | 'depositPaidOn' | 'depositReturnedOn'>>

export const saveMoney = (tx: Tx, cityId: string, id: string, money: Money) =>
  tx.updateTable('roomRequests').set(money).where('cityId', '=', cityId).where('id', '=', id).execute()

export const countAsked = async (tx: Tx, cityId: string) => {
  const { count } = await tx
    .selectFrom('roomRequests')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cityId', '=', cityId)
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow()
  return count
}

/** What a group finds again by its link. */
export type OwnRequest = Pick<
  RoomRequest,
  'centreId' | 'called' | 'purpose' | 'startsAt' | 'endsAt' | 'state' | 'reason' | 'feeCents' | 'depositCents'
> & { roomSlug: string; reachBy: Reach['reachBy']; deleteOn: Temporal.PlainDate }

export const openByKey = async (db: Database, cityId: string, keyHash: Buffer) => {
  const { rows } = await sql<OwnRequest>`select * from room_request_behind(${cityId}, ${keyHash})`.execute(db)
  return rows[0]
}

/** The request behind a link or code, locked until the end. */
export const lockByKey = async (tx: Tx, cityId: string, keyHash: Buffer) => {
  const row = await requests(tx, cityId)
    .where(({ eb, or }) => or([eb('linkHash', '=', keyHash), eb('codeHash', '=', keyHash)]))
    .forUpdate()
    .executeTakeFirst()
  return row && asRequest(row)
}

export const removeRequest = (tx: Tx, cityId: string, id: string) =>
  tx.deleteFrom('roomRequests').where('cityId', '=', cityId).where('id', '=', id).execute()

/** Who waits for a time to come that is taken, the longest first. */
export const listWaiting = async (tx: Tx, cityId: string, now: Temporal.Instant) => {
  const rows = await tx
    .selectFrom('roomRequests')
    .select('id')
    .where('cityId', '=', cityId)
    .where('state', '=', 'waiting')
    .where('startsAt', '>', now)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The requests that were confirmed with some bookings. */
export const listOfBookings = async (tx: Tx, cityId: string, bookingIds: readonly string[]) => {
  const rows = await requests(tx, cityId)
    .where('bookingId', 'in', bookingIds)
    .where('state', '=', 'confirmed')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(asRequest)
}

type Times = Pick<RoomRequest, 'roomId' | 'startsAt' | 'endsAt' | 'deleteOn'>

/** A request goes with its booking to another time or room. */
export const moveRequest = (tx: Tx, cityId: string, id: string, times: Times) =>
  tx.updateTable('roomRequests').set(times).where('cityId', '=', cityId).where('id', '=', id).execute()

/** Deletes requests whose day is long over, and says whose they were. */
export const deleteRequests = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'roomRequests', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })

const requests = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('roomRequests')
    .select(['id', 'providerId', 'centreId', 'roomId', 'language', 'called', 'purpose', 'people', 'reachBy'])
    .select(['phone', 'email', 'startsAt', 'endsAt', 'askedAt', 'state', 'reason', 'bookingId', 'feeCents'])
    .select(['depositCents', 'feePaidOn', 'depositPaidOn', 'depositReturnedOn', 'deleteOn'])
    .where('cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

const asRequest = ({ reachBy, phone, email, ...row }: Row): RoomRequest => ({
  ...row,
  language: isLanguage(row.language) ? row.language : 'de',
  wants: reachOf({ reachBy, phone, email }),
})
