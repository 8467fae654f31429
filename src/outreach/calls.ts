import { type Context, recordSupportReading } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotFound, requireThat } from '../platform/refusals.ts'
import { mayCall } from './permissions.ts'
import { markTold } from './store/outcomes.ts'
import { listToCall, lockToCall } from './store/to-call.ts'

/** Families who have to be told by telephone, longest waiting first: no e-mail, or none that could be delivered. */
export const listCalls = async (context: Context) => {
  const messages = await inTransaction(context, tx => listToCall(tx, context.city.id))
  return messages.filter(message => mayCall(context.actor, message))
}

/** The same for somebody who reads names and numbers; where that is by support access, it is kept for the provider. */
export const readCalls = async (context: Context) => {
  const calls = await listCalls(context)
  const centres = new Map(calls.map(call => [call.centreId, call]))
  await inTransaction(context, async tx => {
    for (const { providerId, centreId } of centres.values()) {
      const amount = calls.filter(call => call.centreId === centreId).length
      await recordSupportReading(tx, context, { providerId, centreId, action: 'calls.read', amount })
    }
  })
  return calls
}

/** Somebody has called the family. */
export const passOn = async (context: Context, id: string) => {
  if ((await passAllOn(context, [id])) === 0) throw new NotFound()
}

/**
 * These families know: all of them or, where one may not be passed on, none. What a colleague passed on meanwhile stays
 * as it is. Nothing personal stays in the messages. Gives how many it were.
 */
export const passAllOn = (context: Context, ids: readonly string[]) =>
  inTransaction(context, async tx => {
    const messages = await lockToCall(tx, context.city.id, ids)
    for (const message of messages) requireThat(mayCall(context.actor, message))
    const told = messages.map(({ id }) => id)
    await markTold(tx, context.city.id, told, { now: context.now, keep: false })
    for (const { id, providerId } of messages)
      await record(tx, context, { action: 'message.passed-on', providerId, subjectId: id })
    return messages.length
  })
