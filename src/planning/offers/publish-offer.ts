import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChangeOffer } from '../permissions.ts'
import { planningIn } from '../series/calendar.ts'
import { fillOffers } from '../series/fill-series.ts'
import { announcePublished } from './announce.ts'
import { countAwaiting, lockIntakesOf } from './store/awaited.ts'
import * as store from './store/planned-offers.ts'
import { findPlan } from './store/stored-plan.ts'

export type PublishOutcome = {
  /** Where children stay without their parents, the lead decides first what that needs. */
  outcome: 'published' | 'care-undecided'
}

export type TakeOffOutcome =
  | { outcome: 'taken-off' }
  /** Families hold or wait for places: cancel the dates first, so that they are told. */
  | { outcome: 'awaited'; registrations: number }

/** Shows an offer to families, with all the dates it has by now. */
export const publishOffer = (context: Context, slug: string): Promise<PublishOutcome> =>
  inTransaction(context, async tx => {
    const offer = orNotFound(await store.lockOffer(tx, context.city.id, slug))
    return publishLocked(tx, context, offer)
  })

/** The same for whoever has the offer locked already. */
export const publishLocked = async (
  tx: Tx,
  context: Context,
  offer: store.LockedOffer,
): Promise<PublishOutcome> => {
  requireThat(mayChangeOffer(context.actor, offer))
  if (offer.state === 'published') return { outcome: 'published' }
  const { city, now } = context
  if (offer.isWithoutParents && !(await store.isCareDecided(tx, city.id, offer.id)))
    return { outcome: 'care-undecided' }
  await store.setState(tx, { cityId: city.id, offerId: offer.id }, 'published', now)
  const planning = await planningIn(tx, city.id, now)
  await fillOffers(tx, [offer.id], { ...planning, cityId: city.id, now })
  const plan = await findPlan(tx, city.id, offer.id)
  await announcePublished(tx, { ...offer, cityId: city.id, offerId: offer.id }, { plan, now })
  await record(tx, context, {
    ...{ action: 'offer.published', providerId: offer.providerId, subjectId: offer.id },
    fields: ['state'],
  })
  return { outcome: 'published' }
}

/** Takes an offer out of the programme. It is archived with all that was counted, and can be published again. */
export const takeOffOffer = (context: Context, slug: string): Promise<TakeOffOutcome> =>
  inTransaction(context, async tx => {
    const { city, now } = context
    const offer = orNotFound(await store.lockOffer(tx, city.id, slug))
    requireThat(mayChangeOffer(context.actor, offer))

    await lockIntakesOf(tx, city.id, offer.id)
    const registrations = await countAwaiting(tx, city.id, offer.id, now)
    if (registrations > 0) return { outcome: 'awaited', registrations }

    await store.setState(tx, { cityId: city.id, offerId: offer.id }, 'archived', now)
    await record(tx, context, {
      ...{ action: 'offer.archived', providerId: offer.providerId, subjectId: offer.id },
      fields: ['state'],
    })
    return { outcome: 'taken-off' }
  })
