import { actingAs, type Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfKey, hashOfLink, isLink } from '../platform/web/keys.ts'
import { mayTakeBack } from './request.ts'
import { cancelBookings } from './store/bookings.ts'
import * as store from './store/requests.ts'

/** What a group asked and was answered, for whoever holds its link. A code opens nothing here. */
export const openByLink = async ({ db, city }: Context, link: string) =>
  orNotFound(isLink(link) ? await store.openByKey(db, city.id, hashOfLink(link)) : undefined)

/** The same for a code, as somebody typed it; to be tried only where trying is counted. */
export const openByCode = ({ db, city }: Context, code: string) =>
  store.openByKey(db, city.id, hashOfKey(code))

/**
 * A group takes its request back by its link or code: unanswered, nothing of it is left; confirmed, the room is free
 * again and the lead sees why. Whoever holds the key acts for the group, and the system does it for them.
 */
export const takeRequestBack = (context: Context, key: string) =>
  inTransaction(actingAs(context, { kind: 'system' }), async tx => {
    const { city, now } = context
    const request = await store.lockByKey(tx, city.id, hashOfKey(key))
    if (!request) return false
    if (!mayTakeBack(request, now)) return false
    const { id, state, bookingId, providerId } = request
    if (state !== 'confirmed') {
      await store.removeRequest(tx, city.id, id)
      return true
    }
    if (!bookingId) return false
    await cancelBookings(tx, city.id, [bookingId])
    await store.saveAnswer(tx, city.id, id, { state: 'withdrawn' })
    const system = actingAs(context, { kind: 'system' })
    await record(tx, system, { action: 'room-request.withdrawn', providerId, subjectId: id })
    return true
  })
