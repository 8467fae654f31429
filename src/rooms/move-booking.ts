import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { dayOf } from '../platform/local-time.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { type Alternatives, findAlternatives, findConflicts, rowOf } from './book-room.ts'
import { type Booking, forgottenOn, type Scope } from './booking.ts'
import { datesInScope, seriesOf } from './cancel-booking.ts'
import { mayKeepRooms } from './permissions.ts'
import { type RoomRequest, requestForgottenOn } from './request.ts'
import { daysOf } from './rhythm.ts'
import * as store from './store/bookings.ts'
import { listOfBookings, moveRequest } from './store/requests.ts'
import { findRoom, lockRooms } from './store/rooms.ts'
import { tellGroup } from './tell-group.ts'
import { type Conflict, onDay, type TimesOfDay, type WantedDate } from './wanted.ts'

export type Moving = TimesOfDay & {
  roomId: string
  /** Another day, for a single date alone; a series keeps its days. */
  day?: Temporal.PlainDate
  minutesBefore: number
  minutesAfter: number
  scope: Scope
}

export type MoveOutcome =
  | { outcome: 'moved'; dates: number }
  | { outcome: 'taken'; conflicts: Conflict[]; dates: number; alternatives: Alternatives }
  /** It is over, or it belongs to a date of the programme and moves with that. */
  | { outcome: 'over' | 'is-session' | 'just-taken' }

/**
 * Gives bookings another time or another room. What is over stays: the dates to come become a series of their own
 * (scenario R14). The bookings that move do not stand in their own way (scenario R05).
 */
export const moveBooking = (context: Context, id: string, moving: Moving): Promise<MoveOutcome> =>
  unlessRefusedBy({ no_double_booking: 'just-taken' }, () =>
    inTransaction(context, async (tx): Promise<MoveOutcome> => {
      const { city, now } = context
      const booking = orNotFound(await store.findBooking(tx, city.id, id))
      requireThat(mayKeepRooms(context.actor, booking))
      const room = orNotFound(await findRoom(tx, city.id, moving.roomId))
      requireThat(room.centreId === booking.centreId)
      if (booking.kind === 'session') return { outcome: 'is-session' }
      const series = await seriesOf(tx, city.id, booking)
      const reached = datesInScope(booking, series, now)[moving.scope].filter(
        ({ state }) => state === 'confirmed',
      )
      if (reached.length === 0) return { outcome: 'over' }

      await lockRooms(tx, city.id, [booking.roomId, room.id])
      const { day } = moving
      const dates = reached.map(each => {
        const on = (moving.scope === 'this' && day) || dayOf(each.startsAt, city.timeZone)
        return onDay(on, moving, city.timeZone)
      })
      const own = reached.map(each => each.id)
      const conflicts = await findConflicts(tx, context, room.id, dates, own)
      if (conflicts.length > 0) {
        const alternatives = await findAlternatives(tx, context, room, dates, own)
        return { outcome: 'taken', conflicts, dates: dates.length, alternatives }
      }

      const seriesId = await seriesFor(tx, context, { booking, series, reached, moving })
      await store.moveBookings(
        tx,
        city.id,
        dates.map(({ startsAt, endsAt, minutesBefore, minutesAfter }, index) => ({
          ...{ id: own[index] ?? '', roomId: room.id, startsAt, endsAt, minutesBefore, minutesAfter },
          seriesId: moving.scope === 'this' ? (reached[index]?.seriesId ?? null) : seriesId,
        })),
      )
      for (const request of await listOfBookings(tx, city.id, own)) {
        const date = dates[own.indexOf(request.bookingId ?? '')]
        if (date) await moveGroup(tx, context, request, { ...date, roomId: room.id })
      }
      await record(tx, context, {
        ...{ action: 'room.booking-moved', providerId: booking.providerId, subjectId: id },
        amount: reached.length,
      })
      return { outcome: 'moved', dates: reached.length }
    }),
  )

/** The group that has the room reads the new time on its page, and is written to. */
const moveGroup = async (
  tx: Tx,
  context: Context,
  request: RoomRequest,
  { roomId, startsAt, endsAt, day }: WantedDate & { roomId: string },
) => {
  const times = { roomId, startsAt, endsAt, deleteOn: requestForgottenOn(day) }
  await moveRequest(tx, context.city.id, request.id, times)
  await tellGroup(tx, context, { ...request, ...times }, 'moved')
}

type Splitting = {
  booking: Booking
  series: readonly Booking[]
  reached: readonly Booking[]
  moving: Moving
}

/** The dates that stay behind keep their series; those that move on without them get a new one. */
const seriesFor = async (
  tx: Tx,
  { city }: Context,
  { booking, series, reached, moving }: Splitting,
): Promise<string | null> => {
  if (moving.scope === 'this' || !booking.seriesId) return booking.seriesId
  const old = orNotFound(await store.findSeries(tx, city.id, booking.seriesId))
  const [first] = reached
  if (!first || reached.length === series.length) return old.id
  const { starts, ends } = moving
  const id = randomUUIDv7()
  const firstOn = dayOf(first.startsAt, city.timeZone)
  if (Temporal.PlainDate.compare(firstOn, old.firstOn) <= 0) return old.id
  const lastOn = firstOn.subtract({ days: 1 })
  await store.endSeriesOn(tx, city.id, { id: old.id, lastOn, deleteOn: forgottenOn(lastOn) })
  await store.addSeries(tx, city.id, { ...old, id, firstOn, starts, ends, deleteOn: forgottenOn(old.lastOn) })
  return id
}

export type ProlongOutcome =
  | { outcome: 'prolonged'; dates: number; skipped: number }
  | { outcome: 'not-later' | 'just-taken' }

/** Lets a series go on until a later day. Nothing is split: the new dates belong to it (scenario R14). */
export const prolongSeries = (context: Context, id: string, lastOn: Temporal.PlainDate) =>
  unlessRefusedBy({ no_double_booking: 'just-taken' }, () =>
    inTransaction(context, async (tx): Promise<ProlongOutcome> => {
      const { city } = context
      const booking = orNotFound(await store.findBooking(tx, city.id, id))
      requireThat(mayKeepRooms(context.actor, booking))
      const series = orNotFound(
        booking.seriesId ? await store.findSeries(tx, city.id, booking.seriesId) : undefined,
      )
      if (Temporal.PlainDate.compare(lastOn, series.lastOn) <= 0) return { outcome: 'not-later' }

      await lockRooms(tx, city.id, [booking.roomId])
      const { minutesBefore, minutesAfter, roomId, seriesId, kind, title, providerId, centreId } = booking
      const times = { ...series, minutesBefore, minutesAfter }
      const dates = daysOf({ ...series, lastOn })
        .filter(day => Temporal.PlainDate.compare(day, series.lastOn) > 0)
        .map(day => onDay(day, times, city.timeZone))
      const conflicts = dates.length > 0 ? await findConflicts(tx, context, roomId, dates) : []
      const whyNot = new Map(conflicts.map(({ date, why }) => [date, why]))
      await store.endSeriesOn(tx, city.id, { id: series.id, lastOn, deleteOn: forgottenOn(lastOn) })
      await store.addBookings(
        tx,
        city.id,
        dates.map(date => ({
          ...{ id: randomUUIDv7(), providerId, centreId, roomId, seriesId, kind, title },
          ...rowOf(date, whyNot.get(date)),
        })),
      )
      const booked = dates.length - conflicts.length
      await record(tx, context, {
        ...{ action: 'room.booked', providerId, subjectId: roomId, amount: booked },
      })
      return { outcome: 'prolonged', dates: booked, skipped: conflicts.length }
    }),
  )
