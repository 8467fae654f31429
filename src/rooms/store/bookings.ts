import { type Insertable, sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { DB } from '../../platform/database/schema.ts'
import type { Booking } from '../booking.ts'
import type { Rhythm } from '../rhythm.ts'
import type { WithSetUp } from '../span.ts'

export type NewBooking = Omit<Insertable<DB['roomBookings']>, 'cityId' | 'id'> & { id: string }

/** Writes bookings down. Fails with `no_double_booking` where somebody was faster in one of the rooms. */
export const addBookings = async (tx: Tx, cityId: string, bookings: readonly NewBooking[]) => {
  if (bookings.length === 0) return
  await tx
    .insertInto('roomBookings')
    .values(bookings.map(booking => ({ ...booking, cityId })))
    .execute()
}

/** A wish that repeats, in the city's local time. */
export type Series = CentreRef & {
  id: string
  rhythm: Exclude<Rhythm, 'once'>
  firstOn: Temporal.PlainDate
  lastOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime
}

export const addSeries = (tx: Tx, cityId: string, series: Series & { deleteOn: Temporal.PlainDate }) =>
  tx
    .insertInto('roomSeries')
    .values({ ...series, cityId })
    .execute()

/** Lets a series end on another day. */
export const endSeriesOn = (
  tx: Tx,
  cityId: string,
  { id, ...until }: { id: string; lastOn: Temporal.PlainDate; deleteOn: Temporal.PlainDate },
) => tx.updateTable('roomSeries').set(until).where('cityId', '=', cityId).where('id', '=', id).execute()

export const findSeries = (tx: Tx, cityId: string, id: string): Promise<Series | undefined> =>
  tx
    .selectFrom('roomSeries')
    .select(['id', 'providerId', 'centreId', 'rhythm', 'firstOn', 'lastOn', 'starts', 'ends'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirst()

export const findBooking = (tx: Tx, cityId: string, id: string): Promise<Booking | undefined> =>
  bookings(tx, cityId).where('id', '=', id).executeTakeFirst()

/** The bookings of a series, in order of time. */
export const listOfSeries = (tx: Tx, cityId: string, seriesId: string): Promise<Booking[]> =>
  bookings(tx, cityId).where('seriesId', '=', seriesId).orderBy('startsAt').execute()

export type Moved = WithSetUp & { id: string; roomId: string; seriesId: string | null }

/** Gives bookings other times or another room, all in one statement: they may take each other's old times. */
export const moveBookings = async (tx: Tx, cityId: string, moved: readonly Moved[]) => {
  if (moved.length === 0) return
  const column = <Key extends keyof Moved>(key: Key) => moved.map(booking => booking[key])
  await sql`
    update room_bookings b set room_id = new.room_id, series_id = new.series_id, starts_at = new.starts_at,
      ends_at = new.ends_at, minutes_before = new.minutes_before, minutes_after = new.minutes_after
    from unnest(${column('id')}::uuid[], ${column('roomId')}::uuid[], ${column('seriesId')}::uuid[],
      ${column('startsAt')}::timestamptz[], ${column('endsAt')}::timestamptz[], ${column('minutesBefore')}::int[],
      ${column('minutesAfter')}::int[])
      as new (id, room_id, series_id, starts_at, ends_at, minutes_before, minutes_after)
    where b.city_id = ${cityId} and b.id = new.id`.execute(tx)
}

export const cancelBookings = (tx: Tx, cityId: string, ids: readonly string[]) =>
  tx
    .updateTable('roomBookings')
    .set({ state: 'cancelled', skippedFor: null })
    .where('cityId', '=', cityId)
    .where('id', '=', eb => eb.fn.any(eb.val(ids)))
    .execute()

export const markUse = (
  tx: Tx,
  cityId: string,
  id: string,
  use: { inUseAt: Temporal.Instant } | { endedAt: Temporal.Instant },
) => tx.updateTable('roomBookings').set(use).where('cityId', '=', cityId).where('id', '=', id).execute()

/** Frees rooms in which nobody has been seen so long after the beginning, where the room says so. */
export const releaseUnused = async (tx: Tx, cityId: string, now: Temporal.Instant) => {
  const { rows } = await sql<{ id: string; providerId: string }>`
    update room_bookings b set state = 'released' from rooms r
    where b.city_id = ${cityId} and r.city_id = b.city_id and r.id = b.room_id and b.state = 'confirmed'
      and b.kind in ('own', 'letting') and b.in_use_at is null and b.ended_at is null
      and b.starts_at + r.release_after * interval '1 minute' <= ${now} and b.ends_at > ${now}
    returning b.id, b.provider_id`.execute(tx)
  return rows
}

/** Deletes bookings whose year is over, and says whose they were; of a series the last one takes it along. */
export const deleteBookings = async (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) => {
  const gone = await deleteSome(tx, 'roomBookings', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })
  await sql`delete from room_series s where s.city_id = ${cityId} and s.delete_on <= ${today}
    and not exists (select from room_bookings b where b.city_id = s.city_id and b.series_id = s.id)`.execute(
    tx,
  )
  return gone
}

const bookings = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('roomBookings')
    .select(['id', 'providerId', 'centreId', 'roomId', 'seriesId', 'sessionId', 'kind', 'title', 'startsAt'])
    .select(['endsAt', 'minutesBefore', 'minutesAfter', 'state', 'skippedFor', 'inUseAt', 'endedAt'])
    .where('cityId', '=', cityId)
