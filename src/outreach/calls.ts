import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayCall } from './permissions.ts'
import * as store from './store.ts'

/** Families who have to be told by telephone, longest waiting first: no e-mail, or none that could be delivered. */
export const listCalls = async (context: Context) => {
  const messages = await inTransaction(context, tx => store.listToCall(tx, context.city.id))
  return messages.filter(message => mayCall(context.actor, message))
}

/** Somebody has called the family. Nothing personal stays in the message. */
export const passOn = (context: Context, messageId: string) =>
  inTransaction(context, async tx => {
    const message = orNotFound(await store.lockToCall(tx, context.city.id, messageId))
    requireThat(mayCall(context.actor, message))
    await store.markTold(tx, context.city.id, messageId, { now: context.now, keep: false })
    await record(tx, context, {
      ...{ action: 'message.passed-on', providerId: message.providerId, subjectId: messageId },
    })
  })
