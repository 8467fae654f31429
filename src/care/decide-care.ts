import { type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { CareDecision } from './care.ts'
import { mayDecideCare } from './permissions.ts'
import * as store from './store.ts'

export type DecideOutcome = { outcome: 'decided' | 'in-future' }

/** Keeps what the lead decided about an offer for children without their parents; from then on it can be published. */
export const decideCare = (context: Context, slug: string, decision: CareDecision): Promise<DecideOutcome> =>
  inTransaction(context, async tx => {
    const offer = orNotFound(await store.findOffer(tx, context, slug))
    requireThat(mayDecideCare(context.actor, offer))
    if (Temporal.PlainDate.compare(decision.decidedOn, todayIn(context)) > 0) return { outcome: 'in-future' }
    await store.putDecision(tx, context.city.id, offer, decision)
    await record(tx, context, {
      ...{ action: 'care.decided', providerId: offer.providerId, subjectId: offer.id },
      fields: ['permit', 'decided_on', 'children', 'carers'],
    })
    return { outcome: 'decided' }
  })
