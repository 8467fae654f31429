import { ledCentre } from '../centres/index.ts'
import { type Context, todayIn } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { dayOf, startOfDay } from '../platform/local-time.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { findAlternatives, findConflicts } from './book-room.ts'
import type { Booking } from './booking.ts'
import { seriesOf } from './cancel-booking.ts'
import { mayKeepRooms } from './permissions.ts'
import { findBooking, findSeries } from './store/bookings.ts'
import { listPlanned, type PlannedBooking } from './store/plans.ts'
import * as store from './store/rooms.ts'
import { listUnseated } from './store/seats.ts'

/** The rooms of one of the own centres and what is in them in a week that begins on Monday. */
export const readWeek = async (
  context: Context,
  {
    centreSlug,
    day = todayIn(context),
  }: { centreSlug?: string | undefined; day?: Temporal.PlainDate | undefined },
) => {
  const { centre, centres } = await ledCentre(context, centreSlug)
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const within = spanOf(context, monday, monday.add({ days: 7 }))
  const { centreId } = centre
  const [rooms, bookings, unseated] = await inTransaction(context, tx =>
    Promise.all([
      store.listRooms(tx, context.city.id, centreId),
      listPlanned(tx, context, { centreId, within }),
      listUnseated(tx, context),
    ]),
  )
  return { centre, centres, monday, rooms, bookings, unseated }
}

/** How many dates to come of the own centres have no room, because somebody else has it. */
export const countUnseated = async (context: Context) =>
  (await inTransaction(context, tx => listUnseated(tx, context))).length

/** The rooms of one of the own centres. */
export const readRooms = async (context: Context, centreSlug?: string) => {
  const { centre, centres } = await ledCentre(context, centreSlug)
  const rooms = await inTransaction(context, tx => store.listRooms(tx, context.city.id, centre.centreId))
  return { centre, centres, rooms }
}

/** What the rooms of a centre are called, as the place of an offer names them. */
export const listRoomNames = async (context: Context, centreId: string) =>
  (await inTransaction(context, tx => store.listRooms(tx, context.city.id, centreId))).flatMap(({ texts }) =>
    texts.de ? [texts.de.name] : [],
  )

export const readRoom = async (context: Context, id: string) => {
  const room = orNotFound(await inTransaction(context, tx => store.findRoom(tx, context.city.id, id)))
  requireThat(mayKeepRooms(context.actor, room))
  return room
}

/**
 * A booking with the other dates of its series, and the rooms to which it could move; a date that was left without its
 * room with what is there, and what is free instead.
 */
export const readBooking = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const { city } = context
    const booking = orNotFound(await findBooking(tx, city.id, id))
    requireThat(mayKeepRooms(context.actor, booking))
    const isUnseated = booking.kind === 'session' && booking.state === 'skipped'
    const [dates, series, rooms, planned, instead] = await Promise.all([
      seriesOf(tx, city.id, booking),
      booking.seriesId ? findSeries(tx, city.id, booking.seriesId) : undefined,
      store.listRooms(tx, city.id, booking.centreId),
      isUnseated
        ? listUnseated(tx, context)
        : listPlanned(tx, context, { centreId: booking.centreId, within: booking }),
      isUnseated ? insteadOf(tx, context, booking) : undefined,
    ])
    return { booking, dates, series, rooms, instead, words: planned.find(each => each.id === id) }
  })

const insteadOf = async (tx: Tx, context: Context, booking: Booking) => {
  const room = { id: booking.roomId, centreId: booking.centreId }
  const dates = [{ ...booking, day: dayOf(booking.startsAt, context.city.timeZone), isInGap: false }]
  const [conflicts, { rooms }] = [
    await findConflicts(tx, context, room.id, dates),
    await findAlternatives(tx, context, room, dates),
  ]
  return { conflicts, free: rooms }
}

/** What is in a room on a day, as its door says it: titles of the programme, and of others only that it is taken. */
export const roomPlan = async (context: Context, roomId: string, day: Temporal.PlainDate) => {
  const room = await readRoom(context, roomId)
  const within = spanOf(context, day, day.add({ days: 1 }))
  const bookings = await inTransaction(context, tx =>
    listPlanned(tx, context, { centreId: room.centreId, within, roomId }),
  )
  return { room, bookings: bookings.map(forTheDoor) }
}

const forTheDoor = (booking: PlannedBooking): PlannedBooking =>
  booking.kind === 'session' ? booking : { ...booking, title: '' }

const spanOf = ({ city }: Context, from: Temporal.PlainDate, until: Temporal.PlainDate) => ({
  startsAt: startOfDay(from, city.timeZone),
  endsAt: startOfDay(until, city.timeZone),
})
