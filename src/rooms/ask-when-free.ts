import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { dayOf } from '../platform/local-time.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { findConflicts } from './book-room.ts'
import * as store from './store/requests.ts'
import { findRoom, lockRooms } from './store/rooms.ts'
import { tellGroup } from './tell-group.ts'

/**
 * Groups that wait for a time which has become free ask for it now, whoever has waited longest first; the lead answers
 * as ever. Says how many.
 */
export const askWhenFree = async (context: Context) => {
  requireThat(context.actor.kind === 'system')
  const waiting = await inTransaction(context, tx => store.listWaiting(tx, context.city.id, context.now))
  let asked = 0
  for (const id of waiting) if (await askNow(context, id)) asked++
  return asked
}

const askNow = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const { city } = context
    const request = await store.lockRequest(tx, city.id, id)
    if (request?.state !== 'waiting') return false
    const { roomId, startsAt, endsAt, providerId } = request
    await lockRooms(tx, city.id, [roomId])
    const { minutesBefore, minutesAfter } = orNotFound(await findRoom(tx, city.id, roomId))
    const date = { startsAt, endsAt, minutesBefore, minutesAfter, day: dayOf(startsAt, city.timeZone) }
    const conflicts = await findConflicts(tx, context, roomId, [{ ...date, isInGap: false }])
    const others = await store.findOthersWaiting(tx, city.id, { roomId, except: id, span: request })
    if (conflicts.length + others.length > 0) return false

    await store.saveAnswer(tx, city.id, id, { state: 'asked' })
    await tellGroup(tx, context, request, 'asked-now')
    await record(tx, context, { action: 'room-request.asked-again', providerId, subjectId: id })
    return true
  })
