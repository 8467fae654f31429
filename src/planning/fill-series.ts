import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../platform/database/connect.ts'
import { openForRegistration } from './open-for-registration.ts'
import { type JoiningRule, type PlannedSession, type PlanningIn, planSessions } from './plan-sessions.ts'
import type { SeriesRule } from './series.ts'
import { findJoiningRules, findSeriesOf } from './store/offers-to-fill.ts'
import {
  type ComingSession,
  deleteSessions,
  findComing,
  findOffersWithSessions,
  insertSessions,
  type NewSession,
  retimeSessions,
} from './store/sessions.ts'

export type OfferToFill = JoiningRule & { id: string; series: readonly (SeriesRule & { id: string })[] }
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
    const { sessions } = planSessions(offer.series, filling)
    const planned = begun.has(offer.id)
      ? sessions.filter(session => isAfter(session.startsAt, now))
      : sessions
    return { offer, sessions, ...changesOf(offer.id, coming.get(offer.id) ?? [], planned) }
  })

  const removed = changes.flatMap(change => change.removed)
  await deleteSessions(tx, cityId, removed)
  await retimeSessions(
    tx,
    cityId,
    changes.flatMap(change => change.retimed),
  )
  const added = changes.flatMap(change => change.added)
  await insertSessions(tx, cityId, added)
  await openForRegistration(
    tx,
    changes.map(({ offer, sessions, kept, added }) => ({
      offer,
      course: sessions,
      coming: [...kept, ...added],
    })),
    filling,
  )
  return { added: added.length, removed: removed.length }
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

/** Decides what becomes of the coming sessions of one offer. */
const changesOf = (
  offerId: string,
  coming: readonly ComingSession[],
  planned: readonly PlannedSession[],
): { added: NewSession[]; removed: string[]; retimed: Retimed[]; kept: ComingSession[] } => {
  const plannedAt = new Map(planned.map(session => [session.startsAt.epochMilliseconds, session]))
  const isUntouched = (session: ComingSession) =>
    session.state === 'planned' && session.seriesId !== null && !session.hasRegistrations
  const isSurplus = (session: ComingSession) =>
    isUntouched(session) && !plannedAt.has(session.startsAt.epochMilliseconds)

  const kept = coming.filter(session => !isSurplus(session))
  const takenMoments = new Set(kept.map(session => session.startsAt.epochMilliseconds))
  return {
    kept: kept.filter(session => session.state === 'planned'),
    removed: coming.filter(isSurplus).map(session => session.id),
    retimed: kept.filter(isUntouched).flatMap(session => {
      const plan = plannedAt.get(session.startsAt.epochMilliseconds)
      return plan && differs(session, plan) ? [{ ...plan, id: session.id }] : []
    }),
    added: planned
      .filter(session => !takenMoments.has(session.startsAt.epochMilliseconds))
      .map(session => ({ ...session, offerId, id: randomUUIDv7() })),
  }
}

type Retimed = PlannedSession & { id: string }

const differs = (session: ComingSession, planned: PlannedSession) =>
  session.seriesId !== planned.seriesId || String(session.endsAt) !== String(planned.endsAt)

const isAfter = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) > 0
