import { type Context, recordSupportReading } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayCall } from './permissions.ts'
import * as store from './store/messages.ts'

/** Families who have to be told by telephone, longest waiting first: no e-mail, or none that could be delivered. */
export const listCalls = async (context: Context) => {
  const messages = await inTransaction(context, tx => store.listToCall(tx, context.city.id))
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

/** Somebody has called the family. Nothing personal stays in the message. */
export const passOn = (context: Context, messageId: string) =>
  inTransaction(context, async tx => {
    const message = orNotFound(await store.lockToCall(tx, context.city.id, messageId))
    requireThat(mayCall(context.actor, message))
    await store.markTold(tx, context.city.id, [messageId], { now: context.now, keep: false })
    await record(tx, context, {
      ...{ action: 'message.passed-on', providerId: message.providerId, subjectId: messageId },
    })
  })
