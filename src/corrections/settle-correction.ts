import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { maySettleCorrections } from './permissions.ts'
import * as store from './store.ts'

/** It is mended, or was right after all: it goes for good. Pressed again, it is gone already. */
export const settleCorrection = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const at = await store.removeCorrection(tx, context.city.id, id)
    if (!at) return
    requireThat(maySettleCorrections(context.actor, at))
    await record(tx, context, { action: 'correction.settled', providerId: at.providerId, subjectId: id })
  })
