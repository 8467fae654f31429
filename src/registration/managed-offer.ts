import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayManagePlaces } from './permissions.ts'
import { findManagedOffer } from './store/offers.ts'

/** An offer for which families register, for whoever manages its places. */
export const managedOffer = async (tx: Tx, context: Context, slug: string) => {
  const offer = orNotFound(await findManagedOffer(tx, context, slug))
  requireThat(mayManagePlaces(context.actor, offer))
  return offer
}
