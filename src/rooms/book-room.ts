import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { freeRooms, freeShifts } from './alternatives.ts'
import { type BookingKind, forgottenOn } from './booking.ts'
import { mayKeepRooms } from './permissions.ts'
import type { Wish } from './rhythm.ts'
import type { Room } from './room.ts'
import { occupiedBy } from './span.ts'
import { addBookings, addSeries } from './store/bookings.ts'
import { findBusy } from './store/occupations.ts'
import * as store from './store/rooms.ts'
import { type Conflict, conflictsOf, datesOf, hullOf, type TimesOfDay, type WantedDate } from './wanted.ts'

export type Taking = Wish &
  TimesOfDay & {
    roomId: string
    kind: Exclude<BookingKind, 'session' | 'letting'>
    title: string
    minutesBefore: number
    minutesAfter: number
    /** Take the dates that are free and leave out the others; each keeps the reason. */
    skipsConflicts: boolean
  }

/** What could be had instead: other rooms at the same times, or this room so many minutes later or earlier. */
export type Alternatives = { rooms: Room[]; shifts: number[] }

export type BookOutcome =
  | { outcome: 'booked'; bookingIds: string[]; booked: number; skipped: number }
  | { outcome: 'taken'; conflicts: Conflict[]; dates: number; alternatives: Alternatives }
  /** Somebody else was faster by a moment; asked again, it is seen what stands in the way. */
  | { outcome: 'just-taken' }

/** Takes a room for the team or takes it out of use, once or again and again. */
export const bookRoom = (context: Context, taking: Taking): Promise<BookOutcome> =>
  unlessRefusedBy({ no_double_booking: 'just-taken' }, () =>
    inTransaction(context, async (tx): Promise<BookOutcome> => {
      const { city } = context
      const room = orNotFound(await store.findRoom(tx, city.id, taking.roomId))
      requireThat(mayKeepRooms(context.actor, room))
      await store.lockRooms(tx, city.id, [room.id])
      const dates = datesOf(taking, city.timeZone)
      const conflicts = await findConflicts(tx, context, room.id, dates)
      const isHopeless = conflicts.length === dates.length
      if (conflicts.length > 0 && (isHopeless || !taking.skipsConflicts)) {
        const alternatives = await findAlternatives(tx, context, room, dates)
        return { outcome: 'taken', conflicts, dates: dates.length, alternatives }
      }

      const bookingIds = await write(tx, context, room, { taking, dates, conflicts })
      await record(tx, context, {
        ...{ action: 'room.booked', providerId: room.providerId, subjectId: room.id },
        amount: dates.length - conflicts.length,
      })
      const booked = dates.length - conflicts.length
      return { outcome: 'booked', bookingIds, booked, skipped: conflicts.length }
    }),
  )

/** Which of the dates a room cannot be had on; bookings that are being moved do not count. */
export const findConflicts = async (
  tx: Tx,
  context: Context,
  roomId: string,
  dates: readonly WantedDate[],
  except: readonly string[] = [],
) =>
  conflictsOf(
    dates,
    roomId,
    await findBusy(tx, context, { roomIds: [roomId], within: hullOf(dates), except }),
  )

/** Other rooms of the centre that are free on all the dates, and other times at which this one is. */
export const findAlternatives = async (
  tx: Tx,
  context: Context,
  { id: roomId, centreId }: Pick<Room, 'id' | 'centreId'>,
  dates: readonly WantedDate[],
  except: readonly string[] = [],
): Promise<Alternatives> => {
  const rooms = await store.listRooms(tx, context.city.id, centreId)
  const { startsAt, endsAt } = hullOf(dates)
  const within = { startsAt: startsAt.subtract({ hours: 7 }), endsAt: endsAt.add({ hours: 7 }) }
  const busy = await findBusy(tx, context, { roomIds: rooms.map(({ id }) => id), within, except })
  const wanted = { roomId, spans: dates.map(occupiedBy) }
  return { rooms: freeRooms(rooms, wanted, busy), shifts: freeShifts(wanted, busy) }
}

type Writing = { taking: Taking; dates: readonly WantedDate[]; conflicts: readonly Conflict[] }

const write = async (tx: Tx, context: Context, room: Room, { taking, dates, conflicts }: Writing) => {
  const { id: roomId, providerId, centreId } = room
  const { rhythm, firstOn, lastOn, starts, ends, kind, title } = taking
  const seriesId = rhythm === 'once' ? null : randomUUIDv7()
  const cityId = context.city.id
  if (seriesId && rhythm !== 'once') {
    const series = { id: seriesId, providerId, centreId, rhythm, firstOn, lastOn, starts, ends }
    await addSeries(tx, cityId, { ...series, deleteOn: forgottenOn(lastOn) })
  }
  const whyNot = new Map(conflicts.map(({ date, why }) => [date, why]))
  const added = dates.map(date => ({
    ...{ id: randomUUIDv7(), providerId, centreId, roomId, seriesId, kind, title },
    ...rowOf(date, whyNot.get(date)),
  }))
  await addBookings(tx, cityId, added)
  return added.map(({ id }) => id)
}

/** A date as it is stored: taken, or left out with the reason (scenario R07). */
export const rowOf = (
  { day, startsAt, endsAt, minutesBefore, minutesAfter }: WantedDate,
  skippedFor: Conflict['why'] | undefined,
) => ({
  ...{ startsAt, endsAt, minutesBefore, minutesAfter, deleteOn: forgottenOn(day) },
  ...(skippedFor ? { state: 'skipped' as const, skippedFor } : { state: 'confirmed' as const }),
})
