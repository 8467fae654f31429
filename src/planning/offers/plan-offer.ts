import { randomUUIDv7 } from 'node:crypto'
import { slugFor } from '../../centres/index.ts'
import type { CentreRef, Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayPlan } from '../permissions.ts'
import type { OfferPlan } from '../plan/offer-plan.ts'
import { planningIn } from '../series/calendar.ts'
import { fillOffers } from '../series/fill-series.ts'
import { leadersOf } from './leaders.ts'
import { findCentreSlug } from './store/centre.ts'
import * as store from './store/planned-offers.ts'

export type Planned = { slug: string; added: number }

/** Makes an offer of a plan, with all its dates, under an id of the caller's; families see it when it is published. */
export const planOffer = async (
  tx: Tx,
  context: Context,
  { offerId, providerId, centreId, plan }: CentreRef & { offerId: string; plan: OfferPlan },
): Promise<Planned> => {
  requireThat(mayPlan(context.actor, { centreId }))
  const { city, now } = context
  const offer = { cityId: city.id, providerId, centreId, offerId }
  const slug = await insertWithFreeSlug(tx, offer, plan, now)

  await store.writeTexts(tx, offer, plan.texts, { source: 'de', version: 1 })
  await store.writeSeries(
    tx,
    offer,
    plan.slots.map(slot => ({ ...slot, id: randomUUIDv7() })),
  )
  await store.writeLeaders(tx, offer, await leadersOf(tx, context, centreId, plan))
  const filling = { ...(await planningIn(tx, city.id, now)), cityId: city.id, now }
  const { added } = await fillOffers(tx, [offerId], filling)
  await record(tx, context, { action: 'offer.planned', providerId, subjectId: offerId })
  return { slug, added }
}

const insertWithFreeSlug = async (
  tx: Tx,
  offer: CentreRef & { cityId: string; offerId: string },
  plan: OfferPlan,
  now: Temporal.Instant,
) => {
  const centreSlug = orNotFound(await findCentreSlug(tx, offer.cityId, offer.centreId))
  // A name may be taken by an offer of another centre, which its policies do not let us see.
  for (let attempt = 1; ; attempt++) {
    const slug = slugFor(plan.texts.de.title, centreSlug, attempt)
    if (await store.insertOffer(tx, offer, { id: offer.offerId, slug, plan, now })) return slug
  }
}
