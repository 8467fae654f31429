import { randomUUIDv7 } from 'node:crypto'
import { type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { unlessRefusedBy } from '../platform/database/refused-by.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { dayOf } from '../platform/local-time.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { findConflicts } from './book-room.ts'
import { forgottenOn } from './booking.ts'
import { mayKeepRooms } from './permissions.ts'
import type { RoomRequest } from './request.ts'
import { addBookings } from './store/bookings.ts'
import * as store from './store/requests.ts'
import { findRoom, lockRooms } from './store/rooms.ts'
import { tellGroup } from './tell-group.ts'
import type { Conflict } from './wanted.ts'

export type ConfirmOutcome =
  | { outcome: 'confirmed'; declined: number }
  /** Others wait for the same time: the lead is told before they are declined (scenario R08). */
  | { outcome: 'others-wait'; others: RoomRequest[] }
  | { outcome: 'taken'; conflicts: Conflict[] }
  | { outcome: 'answered-before' | 'just-taken' }

/** Gives a group the room. Whoever else waits for it then is declined and told, once the lead has agreed to that. */
export const confirmRequest = (
  context: Context,
  id: string,
  { overOthers }: { overOthers: boolean },
): Promise<ConfirmOutcome> =>
  unlessRefusedBy({ no_double_booking: 'just-taken' }, () =>
    inTransaction(context, async (tx): Promise<ConfirmOutcome> => {
      const { city } = context
      const request = await lockOwn(tx, context, id)
      if (request.state !== 'asked') return { outcome: 'answered-before' }
      const { roomId, providerId, centreId, startsAt, endsAt } = request
      await lockRooms(tx, city.id, [roomId])
      const { minutesBefore, minutesAfter } = orNotFound(await findRoom(tx, city.id, roomId))
      const day = dayOf(startsAt, city.timeZone)
      const times = { startsAt, endsAt, minutesBefore, minutesAfter }
      const conflicts = await findConflicts(tx, context, roomId, [{ ...times, day, isInGap: false }])
      if (conflicts.length > 0) return { outcome: 'taken', conflicts }
      const others = await store.findOthersWaiting(tx, city.id, { roomId, except: id, span: request })
      if (others.length > 0 && !overOthers) return { outcome: 'others-wait', others }

      const bookingId = randomUUIDv7()
      await addBookings(tx, city.id, [
        {
          ...{ ...times, id: bookingId, providerId, centreId, roomId },
          ...{ kind: 'letting', deleteOn: forgottenOn(day) },
        },
      ])
      await store.saveAnswer(tx, city.id, id, { state: 'confirmed', bookingId })
      await tellGroup(tx, context, request, 'confirmed')
      await record(tx, context, { action: 'room-request.confirmed', providerId, subjectId: id })
      for (const other of others) await decline(tx, context, other, '')
      return { outcome: 'confirmed', declined: others.length }
    }),
  )

/** Declines a request with a reason; the group reads it and, by e-mail, is sent it. */
export const declineRequest = (context: Context, id: string, reason: string) =>
  inTransaction(context, async (tx): Promise<{ outcome: 'declined' | 'answered-before' }> => {
    const request = await lockOwn(tx, context, id)
    if (request.state !== 'asked' && request.state !== 'waiting') return { outcome: 'answered-before' }
    await decline(tx, context, request, reason)
    return { outcome: 'declined' }
  })

export const moneyTicks = ['feePaidOn', 'depositPaidOn', 'depositReturnedOn'] as const
export type MoneyTick = (typeof moneyTicks)[number]

/** Notes that the fee or the deposit was paid, or given back, today; noted twice it is taken back. */
export const noteMoney = (context: Context, id: string, tick: MoneyTick) =>
  inTransaction(context, async tx => {
    const request = await lockOwn(tx, context, id)
    const on = request[tick] ? null : todayIn(context)
    await store.saveMoney(tx, context.city.id, id, { [tick]: on })
    const { providerId } = request
    await record(tx, context, {
      action: 'room-request.money-noted',
      providerId,
      subjectId: id,
      fields: [tick],
    })
  })

const lockOwn = async (tx: Tx, context: Context, id: string) => {
  const request = orNotFound(await store.lockRequest(tx, context.city.id, id))
  requireThat(mayKeepRooms(context.actor, request))
  return request
}

/** Without words of the lead: somebody else has the room now. */
const decline = async (tx: Tx, context: Context, request: RoomRequest, reason: string) => {
  await store.saveAnswer(tx, context.city.id, request.id, { state: 'declined', reason })
  await tellGroup(tx, context, request, 'declined', reason)
  const { providerId, id } = request
  await record(tx, context, { action: 'room-request.declined', providerId, subjectId: id })
}
