import { type Context, recordSupportReading } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotFound, requireThat } from '../platform/refusals.ts'
import { mayCall } from './permissions.ts'
import { markTold } from './store/outcomes.ts'
import { findMessage, type StoredMessage } from './store/stored-messages.ts'
import { countToCall, findToCall, listToCall, lockToCall } from './store/to-call.ts'

/** How many families somebody has to tell by telephone: no e-mail, or none that could be delivered. */
export const countCalls = async (context: Context) => {
  const centres = await inTransaction(context, tx => countToCall(tx, context.city.id))
  return centres
    .filter(centre => mayCall(context.actor, centre))
    .reduce((sum, { amount }) => sum + Number(amount), 0)
}

/** `next` is the message after which the next page begins. */
export type CallsPage = { calls: readonly StoredMessage[]; next: string | undefined }

/**
 * Whom and what, the longest waiting first, for somebody who reads names and numbers; where that is by support access, it
 * is kept for the provider.
 */
export const readCalls = (context: Context, { after }: { after?: string | undefined } = {}) =>
  inTransaction(context, async (tx): Promise<CallsPage> => {
    const found = await listToCall(tx, context.city.id, { after, limit: onePage + 1 })
    const calls = await seen(tx, context, found.slice(0, onePage))
    return { calls, next: found.length > onePage ? found[onePage - 1]?.id : undefined }
  })

/** The same of messages that were chosen. */
export const readTheseCalls = (context: Context, ids: readonly string[]) =>
  inTransaction(context, async tx => seen(tx, context, await findToCall(tx, context.city.id, ids)))

const onePage = 50

async function seen(tx: Tx, context: Context, messages: readonly StoredMessage[]) {
  const calls = messages.filter(message => mayCall(context.actor, message))
  for (const [centreId, ofCentre] of Map.groupBy(calls, call => call.centreId)) {
    const providerId = ofCentre[0]?.providerId ?? ''
    const amount = ofCentre.length
    await recordSupportReading(tx, context, { providerId, centreId, action: 'calls.read', amount })
  }
  return calls
}

/** Somebody has called the family. Twice is as good as once: it may be a second press, or a colleague was quicker. */
export const passOn = async (context: Context, id: string) => {
  if ((await passAllOn(context, [id])) > 0) return
  const message = await inTransaction(context, tx => findMessage(tx, context.city.id, id))
  if (message?.state !== 'sent') throw new NotFound()
  requireThat(mayCall(context.actor, message))
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
