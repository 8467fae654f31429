import { suggestParts } from '../../centres/index.ts'
import type { Context } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import * as store from './store.ts'

/** The centre of the demo's lead uses a little more than on a first day. What she switches off stays off. */
export const switchOnDemoParts = async (context: Context) => {
  const showcase = await inTransaction(context, tx => store.findShowcase(tx, context.city.id))
  if (showcase)
    await suggestParts(context, showcase, [
      'figures',
      'calls',
      'network',
      'invitations',
      'introduction',
      'counselling',
      'week-letter',
      'lending',
    ])
}
