import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { bookable, timesOf } from './consultation.ts'
import { mayOfferHours, maySeeBookings } from './permissions.ts'
import * as bookings from './store/bookings.ts'
import * as hours from './store/hours.ts'
import { findCentresWithFree, findLastFree, listFree } from './store/slots.ts'
import { listTallies } from './store/tallies.ts'

/** The free times of a centre in the next two weeks. */
export const listFreeTimes = async (context: Context, centreId: string) =>
  timesOf(await listFree(context, ahead(context, centreId)))

/** Until when a centre has a free time in the next two weeks; undefined without any. */
export const lastFreeTime = (context: Context, centreId: string) =>
  findLastFree(context, ahead(context, centreId))

/** Which centres have a free time in the next two weeks. */
export const centresWithFreeTimes = (context: Context) => findCentresWithFree(context, bookable(context.now))

/** Who comes in the week that begins with a day. */
export const listWeek = async (context: Context, first: Temporal.PlainDate) => {
  const startsAt = first.toZonedDateTime(context.city.timeZone).toInstant()
  const endsAt = first.add({ weeks: 1 }).toZonedDateTime(context.city.timeZone).toInstant()
  const booked = await inTransaction(context, tx =>
    bookings.listBooked(tx, context.city.id, { startsAt, endsAt }),
  )
  return booked.filter(booking => maySeeBookings(context.actor, booking))
}

/** How many consultations are over, and nobody has said whether somebody came. */
export const countUnmarked = (context: Context) =>
  inTransaction(context, tx => bookings.countUnmarked(tx, context.city.id, context.now))

/** The hours of the own centres from today on. */
export const listHours = async (context: Context) => {
  const coming = await inTransaction(context, tx => hours.listHours(tx, context.city.id, todayIn(context)))
  return coming.filter(hour => mayOfferHours(context.actor, hour))
}

/** How many came to the own centres this year, as sums of a month. */
export const talliesOfYear = (context: Context) => {
  const from = todayIn(context).with({ month: 1, day: 1 })
  return inTransaction(context, tx => listTallies(tx, context.city.id, from, context.now))
}

const ahead = (context: Context, centreId: string) => ({ centreId, ...bookable(context.now) })
