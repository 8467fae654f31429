import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../../platform/database/connect.ts'
import {
  intakeOfCourse,
  intakeOfSession,
  type JoiningRule,
  limitsOf,
  type PlannedIntake,
  type PlannedLimit,
  type PlannedSession,
} from './plan-sessions.ts'
import {
  deleteIntakes,
  dropOtherLimits,
  findIntakes,
  insertIntakes,
  type NewIntake,
  type StoredIntake,
  updateIntake,
  writeLimits,
} from './store/intakes.ts'

type Dated = Pick<PlannedSession, 'heldOn' | 'startsAt'>
type Joinable = {
  offer: JoiningRule & { id: string }
  /** All dates of the offer, in order: a course begins with the first and is over after the last. */
  course: readonly Dated[]
  /** Its sessions that take place. */
  coming: readonly (Dated & { id: string; ownPlaces?: number | null })[]
}
type Wanted = PlannedIntake & { sessionId: string | null; limits: PlannedLimit[] }
type In = { cityId: string; timeZone: string; now: Temporal.Instant }

/**
 * Gives each coming session, or each course, its places and its time of registration, as its offer says.
 * What families have registered for stays, with the day on which ages were counted.
 */
export const openForRegistration = async (
  tx: Tx,
  offers: readonly Joinable[],
  { cityId, timeZone, now }: In,
) => {
  const offerIds = offers.map(({ offer }) => offer.id)
  const stored = Map.groupBy(await findIntakes(tx, cityId, offerIds, now), intake => intake.offerId)
  const changes = offers.map(joinable => {
    const before = stored.get(joinable.offer.id) ?? []
    return { offer: joinable.offer, ...intakeChanges(joinable, before, wantedFor(joinable, timeZone, now)) }
  })

  await deleteIntakes(
    tx,
    cityId,
    changes.flatMap(change => change.removed),
  )
  for (const { id, intake } of changes.flatMap(change => change.moved))
    await updateIntake(tx, cityId, id, intake)
  const added = changes.flatMap(({ added }): NewIntake[] => added)
  await insertIntakes(tx, cityId, added)
  await writeLimits(tx, cityId, [...added, ...changes.flatMap(({ kept }) => kept)])
  for (const { kept, offer } of changes) {
    const free = kept.filter(intake => !intake.hasRegistrations).map(intake => intake.id)
    const units = limitsOf(offer).map(limit => limit.unit)
    await dropOtherLimits(tx, cityId, free, units)
  }
}

const wantedFor = (
  { offer, course, coming }: Joinable,
  timeZone: string,
  now: Temporal.Instant,
): Wanted[] => {
  if (offer.registration === 'none') return []
  if (offer.registration === 'course') {
    const intake = intakeOfCourse(course, offer, timeZone)
    return intake ? [{ ...intake, sessionId: null, limits: limitsOf(offer) }] : []
  }
  return coming
    .filter(session => Temporal.Instant.compare(session.startsAt, now) > 0)
    .map(session => ({
      ...intakeOfSession(session, offer, timeZone),
      sessionId: session.id,
      limits: limitsOf({ ...offer, places: session.ownPlaces ?? offer.places }),
    }))
}

const intakeChanges = ({ offer }: Joinable, before: readonly StoredIntake[], wanted: readonly Wanted[]) => {
  const storedFor = new Map(before.map(intake => [intake.sessionId, intake]))
  const wantedFor = new Map(wanted.map(intake => [intake.sessionId, intake]))
  const kept = before.flatMap(intake => {
    const limits = wantedFor.get(intake.sessionId)?.limits
    return limits ? [{ ...intake, limits }] : []
  })
  return {
    kept,
    added: wanted
      .filter(intake => !storedFor.has(intake.sessionId))
      .map(intake => ({ ...intake, offerId: offer.id, id: randomUUIDv7() })),
    removed: before
      .filter(intake => !wantedFor.has(intake.sessionId) && !intake.hasRegistrations)
      .map(intake => intake.id),
    moved: kept.flatMap(stored => {
      const intake = afterChange(stored, wantedFor.get(stored.sessionId) ?? stored)
      return isSame(stored, intake) ? [] : [{ id: stored.id, intake }]
    }),
  }
}

/** Once somebody has registered, ages count on the day they were counted: nobody grows out of a date that moves. */
const afterChange = (stored: StoredIntake, wanted: PlannedIntake): PlannedIntake =>
  stored.hasRegistrations ? { ...wanted, ageOn: stored.ageOn } : wanted

const isSame = (one: PlannedIntake, other: PlannedIntake) =>
  one.startsAt.equals(other.startsAt) &&
  one.ageOn.equals(other.ageOn) &&
  one.lastOn.equals(other.lastOn) &&
  one.closesAt.equals(other.closesAt) &&
  String(one.opensAt) === String(other.opensAt)
