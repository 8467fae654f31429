import type { PlannedSession } from '../series/plan-sessions.ts'
import type { ComingSession } from '../series/store/sessions.ts'

/** The dates of a plan as they will be: those that staff moved where they were moved to, without the cancelled ones. */
export const datesAsTheyAre = (
  planned: readonly PlannedSession[],
  coming: readonly ComingSession[],
  timeZone: string,
): PlannedSession[] =>
  planned.flatMap(session => {
    const own = coming.find(date => isDecided(date) && standsFor(date, session))
    if (!own) return [session]
    if (own.state === 'cancelled') return []
    const clock = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainTime()
    const { heldOn, startsAt, endsAt } = own
    return [{ ...session, heldOn, startsAt, endsAt, starts: clock(startsAt), ends: endsAt && clock(endsAt) }]
  })

/**
 * Coming dates outside of a plan that are held all the same, because families have registered for them. Where staff
 * moved a date of the plan, it is not outside.
 */
export const datesThatStay = (
  coming: readonly ComingSession[],
  planned: readonly Pick<PlannedSession, 'seriesId' | 'heldOn' | 'startsAt'>[],
) =>
  coming
    .filter(({ state, hasRegistrations }) => state === 'planned' && hasRegistrations)
    .filter(date => !planned.some(({ startsAt }) => startsAt.equals(date.startsAt)))
    .filter(date => !(date.hasOwnTimes && planned.some(session => standsFor(date, session))))
    .sort((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))

const isDecided = ({ state, hasOwnTimes }: ComingSession) => state === 'cancelled' || hasOwnTimes

const standsFor = (
  { seriesId, plannedOn, heldOn }: ComingSession,
  session: Pick<PlannedSession, 'seriesId' | 'heldOn'>,
) => seriesId === session.seriesId && (plannedOn ?? heldOn).equals(session.heldOn)
