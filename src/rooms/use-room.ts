import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayKeepRooms } from './permissions.ts'
import * as store from './store/bookings.ts'

export type UseOutcome = { outcome: 'in-use' | 'ended' | 'not-now' }

/** Says that somebody is in the room, so that it is not released. */
export const sayInUse = (context: Context, id: string) => markUse(context, id, 'in-use')

/** Ends a booking that is running: the rest of its time is free at once (scenario R17). */
export const endEarly = (context: Context, id: string) => markUse(context, id, 'ended')

/** Releases rooms that nobody uses, where the room says after how many minutes (scenario R19); says how many. */
export const releaseUnused = (context: Context) =>
  inTransaction(context, async tx => {
    requireThat(context.actor.kind === 'system')
    const released = await store.releaseUnused(tx, context.city.id, context.now)
    for (const { id, providerId } of released)
      await record(tx, context, { action: 'room.released', providerId, subjectId: id })
    return released.length
  })

const markUse = (context: Context, id: string, what: 'in-use' | 'ended') =>
  inTransaction(context, async (tx): Promise<UseOutcome> => {
    const { city, now } = context
    const booking = orNotFound(await store.findBooking(tx, city.id, id))
    requireThat(mayKeepRooms(context.actor, booking))
    const runs =
      booking.state === 'confirmed' &&
      !booking.endedAt &&
      Temporal.Instant.compare(booking.startsAt, now) < 0 &&
      Temporal.Instant.compare(booking.endsAt, now) > 0
    if (!runs) return { outcome: 'not-now' }

    await store.markUse(tx, city.id, id, what === 'ended' ? { endedAt: now } : { inUseAt: now })
    const action = what === 'ended' ? 'room.ended-early' : 'room.in-use'
    await record(tx, context, { action, providerId: booking.providerId, subjectId: id })
    return { outcome: what }
  })
