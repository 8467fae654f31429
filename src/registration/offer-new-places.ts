import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { offerFreePlaces } from './offer-free-places.ts'
import * as intakes from './store/intakes.ts'

/** Offers places that came up at any date of an offer to those who wait there, as if a family had given one back. */
export const offerNewPlaces = async (tx: Tx, context: Context, offerId: string) => {
  for (const intake of await intakes.lockAwaited(tx, context.city.id, offerId))
    await offerFreePlaces(tx, context, intake)
}
