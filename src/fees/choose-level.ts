import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { type Level, levelsOf } from './fee.ts'
import { maySayWhatToPay } from './permissions.ts'
import { findPayer, writeLevel } from './store/payers.ts'

export type LevelOutcome = { outcome: 'chosen' | 'no-such-level' }

/**
 * Notes what a family pays, on its word. The place does not depend on it, and the audit log says only that it was
 * noted, not what.
 */
export const chooseLevel = (context: Context, registrationId: string, level: Level) =>
  inTransaction(context, async (tx): Promise<LevelOutcome> => {
    const payer = orNotFound(await findPayer(tx, context.city.id, registrationId))
    requireThat(maySayWhatToPay(context.actor, payer))
    if (!levelsOf(payer).includes(level)) return { outcome: 'no-such-level' }
    await writeLevel(tx, context.city.id, payer, level)
    const { providerId } = payer
    await record(tx, context, { action: 'fee.chosen', providerId, subjectId: registrationId })
    return { outcome: 'chosen' }
  })
