import { type Context, recordSupportReading } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { mayCall } from './permissions.ts'
import { type Delivery, listDeliveries } from './store/deliveries.ts'

export type { Delivery }

/**
 * What was told to families of one's centres in the last thirty days, or to one of them, newest first: by which way, and
 * whether it arrived. Where somebody reads it by support access, that is kept for the provider.
 */
export const readDeliveries = (context: Context, registrationId: string | undefined) =>
  inTransaction(context, async (tx): Promise<readonly Delivery[]> => {
    const since = context.now.subtract({ hours: 30 * 24 })
    const found = await listDeliveries(tx, context, { since, registrationId, limit: 200 })
    const deliveries = found.filter(delivery => mayCall(context.actor, delivery))
    for (const [centreId, ofCentre] of Map.groupBy(deliveries, delivery => delivery.centreId)) {
      const providerId = ofCentre[0]?.providerId ?? ''
      await recordSupportReading(tx, context, {
        ...{ providerId, centreId, action: 'calls.read', amount: ofCentre.length },
      })
    }
    return deliveries
  })
