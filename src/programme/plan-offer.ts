import { randomUUIDv7 } from 'node:crypto'
import type { CentreRef, Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { planningIn } from './calendar.ts'
import { fillOffers } from './fill-series.ts'
import { leadersOf } from './leaders.ts'
import type { OfferPlan } from './offer-plan.ts'
import { mayPlan } from './permissions.ts'
import { slugFor } from './slug.ts'
import { findCentreSlug } from './store/centre.ts'
import * as store from './store/planned-offers.ts'

export type Planned = { offerId: string; slug: string; added: number }

/** Makes an offer of a plan, with all its dates; families see it when it is published. */
export const planOffer = async (
  tx: Tx,
  context: Context,
  { providerId, centreId, plan }: CentreRef & { plan: OfferPlan },
): Promise<Planned> => {
  requireThat(mayPlan(context.actor, { centreId }))
  const { city, now } = context
  const whose = { cityId: city.id, providerId, centreId }
  const { id: offerId, slug } = await insertWithFreeSlug(tx, whose, plan, now)
  const offer = { ...whose, offerId }

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
  return { offerId, slug, added }
}

const insertWithFreeSlug = async (
  tx: Tx,
  whose: CentreRef & { cityId: string },
  plan: OfferPlan,
  now: Temporal.Instant,
) => {
  const centreSlug = orNotFound(await findCentreSlug(tx, whose.cityId, whose.centreId))
  // A name may be taken by an offer of another centre, which its policies do not let us see.
  for (let attempt = 1; ; attempt++) {
    const slug = slugFor(plan.texts.de.title, centreSlug, attempt)
    const inserted = await store.insertOffer(tx, whose, { slug, plan, now })
    if (inserted) return { id: inserted.id, slug }
  }
}
