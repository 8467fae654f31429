import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayKeepCash } from './permissions.ts'
import { deleteReduced, findPriced, writeReduced } from './store/prices.ts'

export type PriceOutcome = { outcome: 'set' | 'not-less' }

/** Sets what those pay who say that they pay less; null takes that price away. Families read it beside the full one. */
export const setReducedPrice = (context: Context, offerId: string, cents: number | null) =>
  inTransaction(context, async (tx): Promise<PriceOutcome> => {
    const offer = orNotFound(await findPriced(tx, context.city.id, offerId))
    requireThat(mayKeepCash(context.actor, offer))
    if (cents !== null && cents >= offer.priceCents) return { outcome: 'not-less' }
    if (cents === null) await deleteReduced(tx, context.city.id, offerId)
    else await writeReduced(tx, context.city.id, offer, cents)
    await record(tx, context, {
      ...{ action: 'fee.reduced', providerId: offer.providerId, subjectId: offerId, fields: ['cents'] },
    })
    return { outcome: 'set' }
  })
