import { type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import * as store from './store.ts'

/** Few enough that nobody who registers at the same time waits for it. */
const batchSize = 200

/**
 * Deletes what has no purpose any more: households whose day has come, with their children, registrations, links,
 * marks of attendance and messages; drafts of offers that nobody finished; sign-ins that have ended. A household
 * with a place in something that still goes on stays until that is over. The audit log says what, when and how many, per provider.
 */
export const deleteExpired = async (context: Context) => {
  requireThat(context.actor.kind === 'system')
  await inBatches(context, 'household.deleted', tx =>
    store.deleteHouseholds(tx, context.city.id, todayIn(context), batchSize),
  )
  await inBatches(context, 'draft.deleted', tx =>
    store.deleteDrafts(tx, context.city.id, context.now, batchSize),
  )
  await inTransaction(context, tx => store.deleteEndedSignIns(tx, context.now))
}

async function inBatches(
  context: Context,
  action: 'household.deleted' | 'draft.deleted',
  deleteSome: (tx: Tx) => Promise<{ providerId: string }[]>,
) {
  for (let deleted = batchSize; deleted === batchSize; ) {
    deleted = await inTransaction(context, async tx => {
      const gone = await deleteSome(tx)
      const byProvider = Map.groupBy(gone, ({ providerId }) => providerId)
      for (const [providerId, { length: amount }] of byProvider)
        await record(tx, context, { action, providerId, amount })
      return gone.length
    })
  }
}
