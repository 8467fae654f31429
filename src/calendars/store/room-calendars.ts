import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Database, Tx } from '../../platform/database/connect.ts'
import type { RoomDate } from '../room-calendar.ts'

export type SharedCalendar = { id: string; forWhom: string; saysTitles: boolean; madeAt: Temporal.Instant }

type NewCalendar = CentreRef &
  Omit<SharedCalendar, 'id'> & { cityId: string; roomId: string; linkHash: Buffer }

export const addRoomCalendar = (tx: Tx, calendar: NewCalendar) =>
  tx.insertInto('roomCalendars').values(calendar).returning('id').executeTakeFirstOrThrow()

export const listRoomCalendars = (tx: Tx, cityId: string, roomId: string): Promise<SharedCalendar[]> =>
  tx
    .selectFrom('roomCalendars')
    .select(['id', 'forWhom', 'saysTitles', 'madeAt'])
    .where('cityId', '=', cityId)
    .where('roomId', '=', roomId)
    .orderBy('madeAt')
    .execute()

export const deleteRoomCalendar = (tx: Tx, cityId: string, { roomId, id }: { roomId: string; id: string }) =>
  tx
    .deleteFrom('roomCalendars')
    .where('cityId', '=', cityId)
    .where('roomId', '=', roomId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

type Key = { cityId: string; linkHash: Buffer; language: string }

export const findRoomBehind = async (db: Database, { cityId, linkHash, language }: Key) => {
  const { rows } = await sql<{ roomId: string; name: string; centreId: string }>`
    select * from room_behind(${cityId}, ${linkHash}, ${language})`.execute(db)
  return rows[0]
}

export const listBehind = async (
  db: Database,
  { cityId, linkHash, language }: Key,
  { from, until }: { from: Temporal.Instant; until: Temporal.Instant },
) => {
  const { rows } = await sql<RoomDate>`
    select * from bookings_behind(${cityId}, ${linkHash}, ${from}, ${until}, ${language})`.execute(db)
  return rows
}
