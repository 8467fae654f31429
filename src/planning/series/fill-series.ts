import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../../platform/database/connect.ts'
import { atCentre } from './calendar.ts'
import { openForRegistration } from './open-for-registration.ts'
import { type JoiningRule, type PlannedSession, type PlanningIn, planSessions } from './plan-sessions.ts'
import { retime } from './retime.ts'
import type { SeriesRule } from './series.ts'
import { findJoiningRules, findSeriesOf, findSessionsOf } from './store/offers-to-fill.ts'
import {
  type ComingSession,
  deleteSessions,
  findComing,
  findOffersWithSessions,
  insertSessions,
  type NewSession,
  type Retiming,
  takeOutOfSeries,
} from './store/sessions.ts'

export type OfferToFill = JoiningRule & {
  id: string
  centreId?: string
  series: readonly (SeriesRule & { id: string })[]
}
export type Filling = PlanningIn & { cityId: string; now: Temporal.Instant }
export type Filled = { added: number; removed: number }

/**
 * Brings the stored sessions of offers in line with their series, and opens them for registration.
 * What has begun, was cancelled, has registrations or was added by hand stays as it is. An offer that is filled
 * for the first time gets the dates that have passed too, so that they can be counted.
 */
export const fillSeries = async (
  tx: Tx,
  offers: readonly OfferToFill[],
  filling: Filling,
): Promise<Filled> => {
  const { cityId, now } = filling
  const ids = offers.map(offer => offer.id)
  const begun = await findOffersWithSessions(tx, cityId, ids)
  const coming = Map.groupBy(await findComing(tx, cityId, ids, now), session => session.offerId)

  const changes = offers.map(offer => {
    const { sessions } = planSessions(offer.series, atCentre(filling, offer.centreId))
    const planned = begun.has(offer.id)
      ? sessions.filter(session => isAfter(session.startsAt, now))
      : sessions
    return { offer, ...changesOf(offer.id, coming.get(offer.id) ?? [], planned) }
  })

  const removed = changes.flatMap(change => change.removed)
  await takeOutOfSeries(
    tx,
    cityId,
    changes.flatMap(change => change.outside),
  )
  await deleteSessions(tx, cityId, removed)
  await retime(
    tx,
    { cityId, now },
    changes.flatMap(change => change.retimed),
  )
  const added = changes.flatMap(change => change.added)
  await insertSessions(tx, cityId, added)
  await openStored(tx, changes, filling)
  return { added: added.length, removed: removed.length }
}

/** Only for a course all its dates count, those that are over too. */
const openStored = async (
  tx: Tx,
  changes: readonly { offer: OfferToFill; kept: ComingSession[]; added: NewSession[] }[],
  filling: Filling,
) => {
  const courses = changes.filter(({ offer }) => offer.registration === 'course').map(({ offer }) => offer.id)
  const held =
    courses.length > 0
      ? Map.groupBy(await findSessionsOf(tx, filling.cityId, courses), each => each.offerId)
      : undefined
  await openForRegistration(
    tx,
    changes.map(({ offer, kept, added }) => ({
      offer,
      course: held?.get(offer.id) ?? [],
      coming: [...kept, ...added],
    })),
    filling,
  )
}

/** The same for offers as they are stored. */
export const fillOffers = async (tx: Tx, offerIds: string[], filling: Filling): Promise<Filled> => {
  const series = Map.groupBy(await findSeriesOf(tx, filling.cityId, offerIds), each => each.offerId)
  const offers = await findJoiningRules(tx, filling.cityId, offerIds)
  return fillSeries(
    tx,
    offers.map(offer => ({ ...offer, series: series.get(offer.id) ?? [] })),
    filling,
  )
}

/**
 * Decides what becomes of the coming sessions of one offer. A date is what the plan means by a moment, or else by a
 * day of its series: where staff have moved it, called it off, or families have registered, it stands for that day as
 * it is. Any other one follows the plan, and goes where the plan means nothing by it.
 */
export const changesOf = (
  offerId: string,
  coming: readonly ComingSession[],
  planned: readonly PlannedSession[],
): { added: NewSession[]; removed: string[]; outside: string[]; retimed: Moved[]; kept: ComingSession[] } => {
  const meantAt = new Map(planned.map(session => [session.startsAt.epochMilliseconds, session]))
  const meantOn = new Map(planned.map(session => [dayInSeries(session.seriesId, session.heldOn), session]))
  const atMoment = new Map(
    coming.flatMap(session => {
      const plan = session.hasOwnTimes ? undefined : meantAt.get(session.startsAt.epochMilliseconds)
      return plan ? [[session, plan] as const] : []
    }),
  )
  const taken = new Set<PlannedSession>(atMoment.values())
  const onDay = new Map(
    coming.flatMap(session => {
      const plan = atMoment.has(session) ? undefined : meantOn.get(dayOf(session))
      if (!plan || taken.has(plan)) return []
      taken.add(plan)
      return [[session, plan] as const]
    }),
  )
  const planOf = (session: ComingSession) => atMoment.get(session) ?? onDay.get(session)

  const isSurplus = (session: ComingSession) => isUntouched(session) && !planOf(session)
  const kept = coming.filter(session => !isSurplus(session))
  const standing = new Set(
    kept.filter(session => !onDay.has(session)).map(session => session.startsAt.epochMilliseconds),
  )
  const isStanding = (plan: PlannedSession | undefined) =>
    plan !== undefined && standing.has(plan.startsAt.epochMilliseconds)
  return {
    kept: kept.filter(session => session.state === 'planned'),
    removed: coming.filter(isSurplus).map(session => session.id),
    // The plan means nothing by them any more; staff decide.
    outside: kept
      .filter(session => session.seriesId && session.state === 'planned' && !planOf(session))
      .map(session => session.id),
    retimed: kept.filter(isUntouched).flatMap(session => {
      const plan = session.hasOwnTimes ? undefined : planOf(session)
      const isFree = plan?.startsAt.equals(session.startsAt) || !isStanding(plan)
      return plan && isFree && differs(session, plan) ? [asPlanned(session, plan)] : []
    }),
    added: planned
      .filter(session => !taken.has(session) && !isStanding(session))
      .map(session => ({ ...session, offerId, id: randomUUIDv7() })),
  }
}

type Moved = Retiming & { from: Temporal.Instant }

/** Nobody waits for it, and nobody has decided about it alone. */
const isUntouched = (session: ComingSession) =>
  session.state === 'planned' && session.seriesId !== null && !session.hasRegistrations

const dayInSeries = (seriesId: string, day: Temporal.PlainDate) => `${seriesId} ${day}`
const dayOf = ({ seriesId, plannedOn, heldOn }: ComingSession) =>
  seriesId === null ? '' : dayInSeries(seriesId, plannedOn ?? heldOn)

const asPlanned = (session: ComingSession, plan: PlannedSession): Moved => ({
  ...plan,
  ...{ id: session.id, from: session.startsAt, plannedOn: null, movedFrom: null, hasOwnTimes: false },
})

const differs = (session: ComingSession, planned: PlannedSession) =>
  session.seriesId !== planned.seriesId ||
  !session.startsAt.equals(planned.startsAt) ||
  String(session.endsAt) !== String(planned.endsAt)

const isAfter = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) > 0
