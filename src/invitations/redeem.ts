import { type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { countingCodeFrom } from '../platform/web/keys.ts'
import { mayInvite } from './permissions.ts'
import { centreOfTearOff, takeCode } from './store/invitations.ts'
import { addTally } from './store/tallies.ts'

export type RedeemOutcome =
  | { outcome: 'counted' | 'unknown' }
  /** It counts at that centre, whose team has to count it. */
  | { outcome: 'elsewhere'; centre: string }

/**
 * Counts that somebody came with a tear-off, for whoever handed it on. The code is gone with that, so a photograph of a
 * tear-off counts nothing; of the family nothing is written.
 */
export const redeem = (context: Context, typed: string) =>
  inTransaction(context, async (tx): Promise<RedeemOutcome> => {
    const cityId = context.city.id
    const today = todayIn(context)
    const code = countingCodeFrom(typed)
    const taken = code && (await takeCode(tx, { cityId, code, today }))
    if (!taken) {
      const centre = code && (await centreOfTearOff(tx, { cityId, code, today }))
      return centre ? { outcome: 'elsewhere', centre } : { outcome: 'unknown' }
    }
    const { providerId, centreId, partnerId } = taken
    requireThat(mayInvite(context.actor, { centreId }))
    await addTally(tx, { cityId, providerId, centreId, partnerId, month: today.with({ day: 1 }) })
    await record(tx, context, { action: 'invitation.redeemed', providerId, subjectId: centreId })
    return { outcome: 'counted' }
  })
