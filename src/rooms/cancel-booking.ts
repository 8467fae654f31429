import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { Booking, Scope } from './booking.ts'
import { mayKeepRooms } from './permissions.ts'
import * as store from './store/bookings.ts'
import { listOfBookings, saveAnswer } from './store/requests.ts'
import { tellGroup } from './tell-group.ts'

export type CancelOutcome = { outcome: 'cancelled'; dates: number } | { outcome: 'over' | 'is-session' }

/**
 * Gives a room back: this date, all from here on, or all that are still to come. What is over stays as it was, dates
 * of the programme that were left without the room have it now, and a group from whom it is taken is told.
 */
export const cancelBooking = (context: Context, id: string, scope: Scope) =>
  inTransaction(context, async (tx): Promise<CancelOutcome> => {
    const { city, now } = context
    const booking = orNotFound(await store.findBooking(tx, city.id, id))
    requireThat(mayKeepRooms(context.actor, booking))
    // A date of the programme keeps its room until the date itself moves or is called off.
    if (booking.kind === 'session') return { outcome: 'is-session' }
    const reached = datesInScope(booking, await seriesOf(tx, city.id, booking), now)[scope]
    if (reached.length === 0) return { outcome: 'over' }

    const ids = reached.map(each => each.id)
    await store.cancelBookings(tx, city.id, ids)
    for (const request of await listOfBookings(tx, city.id, ids)) {
      await saveAnswer(tx, city.id, request.id, { state: 'revoked' })
      await tellGroup(tx, context, request, 'revoked')
    }
    await record(tx, context, {
      ...{ action: 'room.given-back', providerId: booking.providerId, subjectId: id },
      amount: reached.length,
    })
    return { outcome: 'cancelled', dates: reached.length }
  })

/** The dates that each choice reaches, so that the page names them (scenario R16). Only what is not over yet. */
export const datesInScope = (
  booking: Booking,
  series: readonly Booking[],
  now: Temporal.Instant,
): Record<Scope, Booking[]> => {
  const live = series.filter(
    ({ state, endsAt, endedAt }) =>
      (state === 'confirmed' || state === 'skipped') && Temporal.Instant.compare(endedAt ?? endsAt, now) > 0,
  )
  return {
    this: live.filter(({ id }) => id === booking.id),
    following: live.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, booking.startsAt) >= 0),
    all: live,
  }
}

/** The booking with those of its series, in order of time. */
export const seriesOf = async (tx: Tx, cityId: string, booking: Booking) =>
  booking.seriesId ? store.listOfSeries(tx, cityId, booking.seriesId) : [booking]
