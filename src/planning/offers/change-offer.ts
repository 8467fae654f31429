import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { offerNewPlaces } from '../../registration/index.ts'
import { mayChangeOffer } from '../permissions.ts'
import type { OfferPlan } from '../plan/offer-plan.ts'
import { atCentre, planningIn } from '../series/calendar.ts'
import { fillOffers } from '../series/fill-series.ts'
import { planSessions } from '../series/plan-sessions.ts'
import { dropComing, findComing } from '../series/store/sessions.ts'
import { announceChanged, isRemembered } from './announce.ts'
import { datesThatStay } from './dates-as-they-are.ts'
import { leadersOf } from './leaders.ts'
import { countAwaiting, lockIntakesOf } from './store/awaited.ts'
import * as store from './store/planned-offers.ts'
import { findPlan } from './store/stored-plan.ts'

export type ChangeOutcome =
  /** Families see it: what it needs when children stay without their parents is decided before they stay. */
  | { outcome: 'care-undecided'; slug: string }
  | { outcome: 'changed'; slug: string; staying: Temporal.Instant[] }
  /** Somebody else changed the offer after this draft was begun. */
  | { outcome: 'changed-meanwhile'; slug: string }
  /** Families have registered by these fields, so they cannot mean something else now. */
  | { outcome: 'held-by-registrations'; fields: HeldField[] }

/** Brings an offer in line with a plan. Dates for which families have registered stay, and are named. */
export const changeOffer = async (
  tx: Tx,
  context: Context,
  { offerId, basedOn, plan }: { offerId: string; basedOn: string | undefined; plan: OfferPlan },
): Promise<ChangeOutcome> => {
  const { city, now } = context
  const offer = orNotFound(await store.lockOfferById(tx, city.id, offerId))
  requireThat(mayChangeOffer(context.actor, offer))
  if (offer.updatedAt.toString() !== basedOn) return { outcome: 'changed-meanwhile', slug: offer.slug }

  await lockIntakesOf(tx, city.id, offerId)
  const before = await findPlan(tx, city.id, offerId)
  const held = heldFields(before, plan)
  if (held.length > 0 && (await countAwaiting(tx, city.id, offerId, now)) > 0)
    return { outcome: 'held-by-registrations', fields: held }

  const isShownWithoutParents = offer.state === 'published' && plan.isWithoutParents
  if (isShownWithoutParents && !(await store.isCareDecided(tx, city.id, offerId)))
    return { outcome: 'care-undecided', slug: offer.slug }

  const { cityId, providerId, centreId } = { ...offer, cityId: city.id }
  const at = { cityId, offerId, providerId, centreId }
  const textVersion = offer.textVersion + (isSame(before.texts.de, plan.texts.de) ? 0 : 1)
  await store.updateOffer(tx, at, { plan, textVersion, now })
  await store.writeTexts(tx, at, changedTexts(before, plan), { source: 'de', version: textVersion })
  await store.writeLeaders(tx, at, await leadersOf(tx, context, centreId, plan))

  const coming = await findComing(tx, cityId, [offerId], now)
  const series = seriesOf(plan, before)
  const given = before.slots.map(slot => slot.id).filter(id => !series.some(slot => slot.id === id))
  await dropComing(tx, cityId, { seriesIds: given }, now)
  await store.deleteSeries(tx, cityId, given)
  await store.writeSeries(tx, at, series)
  const planning = atCentre(await planningIn(tx, cityId, now), centreId)
  await fillOffers(tx, [offerId], { ...planning, cityId, now })
  await offerNewPlaces(tx, context, offerId)

  if (isRemembered(offer.state))
    await announceChanged(tx, at, { before, since: offer.updatedAt, after: plan, now })
  await record(tx, context, {
    ...{ action: 'offer.changed', providerId, subjectId: offerId },
    fields: changedFields(before, plan),
  })
  const staying = datesThatStay(coming, planSessions(series, planning).sessions)
  return { outcome: 'changed', slug: offer.slug, staying: staying.map(session => session.startsAt) }
}

const heldNames = ['registration', 'counts', 'babyPlaces'] as const
export type HeldField = (typeof heldNames)[number]

/**
 * What a plan changes about the counting of places: whether and for what one registers, what one place is, and
 * whether babies are counted. Places that were taken by the old rule would be wrong by the new one.
 */
export const heldFields = (before: Held, after: Held): HeldField[] =>
  heldNames.filter(name =>
    name === 'babyPlaces'
      ? (before.babyPlaces === null) !== (after.babyPlaces === null)
      : before[name] !== after[name],
  )

type Held = Pick<OfferPlan, HeldField>

const changedFields = (before: OfferPlan, after: OfferPlan) =>
  (Object.keys(after) as (keyof OfferPlan)[]).filter(name => !isSame(before[name], after[name]))

const changedTexts = ({ texts: before }: OfferPlan, { texts: after }: OfferPlan) =>
  Object.fromEntries(
    Object.entries(after).filter(([language, text]) => !isSame(before[language as 'de'], text)),
  )

/** A slot keeps its series; an id that is none of this offer's is a new slot's. */
const seriesOf = (plan: OfferPlan, before: OfferPlan) =>
  plan.slots.map(slot =>
    before.slots.some(({ id }) => id === slot.id) ? slot : { ...slot, id: randomUUIDv7() },
  )

/** Compared as they are stored: two days or times are the same when they are written the same. */
const isSame = (one: unknown, other: unknown) => isDeepStrictEqual(asStored(one), asStored(other))

const asStored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
