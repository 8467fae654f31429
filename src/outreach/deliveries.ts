import { type Context, recordSupportReading } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { mayCall } from './permissions.ts'
import { type Delivery, listDeliveries } from './store/deliveries.ts'

export type { Delivery }

type Asked = Partial<Record<'registrationId' | 'before', string | undefined>>

/** `next` is the message before which the next page begins. */
type DeliveriesPage = { deliveries: readonly Delivery[]; next: string | undefined }

/**
 * What was told to families of one's centres in the last thirty days, or to one of them, newest first: by which way, and
 * whether it arrived. Where somebody reads it by support access, that is kept for the provider.
 */
export const readDeliveries = (context: Context, { registrationId, before }: Asked) =>
  inTransaction(context, async (tx): Promise<DeliveriesPage> => {
    const since = context.now.subtract({ hours: 30 * 24 })
    const asked = { since, registrationId, before, limit: onePage + 1 }
    const found = await listDeliveries(tx, context, asked)
    const deliveries = found.slice(0, onePage).filter(delivery => mayCall(context.actor, delivery))
    for (const [centreId, ofCentre] of Map.groupBy(deliveries, delivery => delivery.centreId)) {
      const providerId = ofCentre[0]?.providerId ?? ''
      await recordSupportReading(tx, context, {
        ...{ providerId, centreId, action: 'messages.read', amount: ofCentre.length },
      })
    }
    return { deliveries, next: found.length > onePage ? found[onePage - 1]?.id : undefined }
  })

const onePage = 50
