import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { maySeeBookings } from './permissions.ts'
import * as store from './store/bookings.ts'

export type MarkOutcome = { outcome: 'marked' | 'too-early' }

/** Marks whether somebody came, once her time has begun. What she said is written down nowhere. */
export const markCame = (context: Context, bookingId: string, came: boolean) =>
  inTransaction(context, async (tx): Promise<MarkOutcome> => {
    const { id: cityId } = context.city
    const booking = orNotFound(await store.findBooked(tx, cityId, bookingId))
    requireThat(maySeeBookings(context.actor, booking))
    if (Temporal.Instant.compare(booking.startsAt, context.now) > 0) return { outcome: 'too-early' }

    await store.markCame(tx, cityId, bookingId, came)
    const { providerId } = booking
    await record(tx, context, { action: 'consultation.marked', providerId, subjectId: bookingId })
    return { outcome: 'marked' }
  })
