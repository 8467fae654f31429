import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { type AnnouncedFacts, differencesOf } from '../../programme/index.ts'
import type { OfferPlan } from '../plan/offer-plan.ts'
import * as store from './store/announced.ts'

/** Families read the offer, or will read it again once somebody has looked at it: they hear of what changed. */
export const isRemembered = (state: string) => state === 'published' || state === 'stale'

export type Announced = CentreRef & { cityId: string; offerId: string }

/** Freezes what families read when an offer is published; what it said in an earlier season is no news. */
export const announcePublished = async (
  tx: Tx,
  whose: Announced,
  { plan, now }: { plan: OfferPlan; now: Temporal.Instant },
) => {
  await store.forgetAnnounced(tx, whose)
  await store.addAnnounced(tx, whose, { facts: factsOf(plan), announcedAt: now })
}

/**
 * Freezes what families read after a change of a published offer. Where nothing was frozen yet, as after an import,
 * what it said before is frozen first.
 */
export const announceChanged = async (
  tx: Tx,
  whose: Announced,
  {
    before,
    since,
    after,
    now,
  }: { before: OfferPlan; since: Temporal.Instant; after: OfferPlan; now: Temporal.Instant },
) => {
  const last = await store.findLastAnnounced(tx, whose)
  const known = last ?? factsOf(before)
  if (differencesOf(known, factsOf(after)).length === 0) return
  if (!last) await store.addAnnounced(tx, whose, { facts: known, announcedAt: since })
  await store.addAnnounced(tx, whose, { facts: factsOf(after), announcedAt: now })
}

const factsOf = (plan: OfferPlan): AnnouncedFacts => ({
  place: plan.place,
  slots: plan.slots.map(({ rule, weekday, nth, starts, ends, dates }) => ({
    ...{ rule, weekday, nth, starts: clock(starts), ends: ends && clock(ends) },
    dates: dates.map(String),
  })),
  ...{ priceCents: plan.priceCents, pricePer: plan.pricePer },
  ...{ ageFrom: plan.ageFrom, ageUntil: plan.ageUntil },
  ...{ languages: [...plan.languages], registration: plan.registration },
  isWithoutParents: plan.isWithoutParents,
})

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
