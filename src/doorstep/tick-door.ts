import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { Outcome } from './kit-request.ts'
import { maySeeDoors } from './permissions.ts'
import * as store from './store/requests.ts'

/** What whoever goes ticks at a door; `open` takes a tick back. */
export type Mark = Outcome | 'open' | 'never-ring' | 'may-ring'

/** Ticks how it went at a door, or that this household never wants the bell. Every tick can be taken back. */
export const tickDoor = (context: Context, requestId: string, mark: Mark) =>
  inTransaction(context, async tx => {
    const request = orNotFound(await store.lockRequest(tx, context.city.id, requestId))
    requireThat(maySeeDoors(context.actor, request))
    await store.tick(tx, context.city.id, requestId, changeFor(mark))
    const { providerId, roundId } = request
    await record(tx, context, { action: 'kit-request.ticked', providerId, subjectId: requestId })
    return { roundId }
  })

const changeFor = (mark: Mark) => {
  switch (mark) {
    case 'never-ring':
    case 'may-ring':
      return { neverRing: mark === 'never-ring' }
    case 'open':
      return { outcome: null }
    default:
      return { outcome: mark }
  }
}

/** A family says by telephone that it needs nothing after all: its address goes at once, its kits are free again. */
export const withdrawRequest = (context: Context, requestId: string) =>
  inTransaction(context, async tx => {
    const request = orNotFound(await store.lockRequest(tx, context.city.id, requestId))
    requireThat(maySeeDoors(context.actor, request))
    await store.deleteRequest(tx, context.city.id, requestId)
    const { providerId, roundId } = request
    await record(tx, context, { action: 'kit-request.withdrawn', providerId, subjectId: requestId })
    return { roundId }
  })
