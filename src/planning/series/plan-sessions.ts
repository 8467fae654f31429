import { momentOf, startOfDay } from '../../platform/local-time.ts'
import { type Calendar, datesOf, type SeriesRule, type SkippedDate } from './series.ts'

/** What an offer says about joining; `places` is a limit of the room, `babyPlaces` one more for babies. */
export type JoiningRule = {
  registration: 'none' | 'session' | 'course'
  counts: 'child' | 'adult' | 'household' | 'person' | null
  places: number | null
  babyPlaces: number | null
  opensDaysBefore: number | null
  closesHoursBefore: number
  closesOn: Temporal.PlainDate | null
}

export type PlannedSession = {
  seriesId: string
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant | null
}
/** What one registers for: one session, or the whole course. */
export type PlannedIntake = {
  startsAt: Temporal.Instant
  /** The local day on which ages count. */
  ageOn: Temporal.PlainDate
  lastOn: Temporal.PlainDate
  opensAt: Temporal.Instant | null
  closesAt: Temporal.Instant
}
export type PlannedLimit = { unit: NonNullable<JoiningRule['counts']> | 'baby'; places: number }
export type Plan = {
  sessions: PlannedSession[]
  skipped: (SkippedDate & { seriesId: string })[]
  /** Dates whose time does not exist because the clocks go forward; they make no session. */
  inGap: { seriesId: string; date: Temporal.PlainDate }[]
}
export type PlanningIn = { timeZone: string; calendar: Calendar; horizon: Temporal.PlainDate }

/** How far ahead a series without end is kept filled. */
export const horizonFrom = (today: Temporal.PlainDate) => today.add({ weeks: 40 })

/** Turns the series of one offer into its sessions, in order; two series at the same moment make one session. */
export const planSessions = (
  series: readonly (SeriesRule & { id: string })[],
  { timeZone, calendar, horizon }: PlanningIn,
): Plan => {
  const plan: Plan = { sessions: [], skipped: [], inGap: [] }
  for (const each of series) {
    const { held, skipped } = datesOf(each, calendar, horizon)
    plan.skipped.push(...skipped.map(date => ({ ...date, seriesId: each.id })))
    for (const date of held) {
      const session = sessionOn(date, each, timeZone)
      if (session === 'in-gap') plan.inGap.push({ seriesId: each.id, date })
      else plan.sessions.push(session)
    }
  }
  return { ...plan, sessions: oncePerMoment(plan.sessions) }
}

/** What families join when each session has its own places. */
export const intakeOfSession = (
  session: Pick<PlannedSession, 'heldOn' | 'startsAt'>,
  rule: JoiningRule,
  timeZone: string,
): PlannedIntake => {
  const { opensAt, closesAt } = windowOf(session, rule, timeZone)
  const beginsFirst = Temporal.Instant.compare(session.startsAt, closesAt) < 0
  return {
    ...{ startsAt: session.startsAt, ageOn: session.heldOn, lastOn: session.heldOn, opensAt },
    closesAt: beginsFirst ? session.startsAt : closesAt,
  }
}

/** What families join when one place holds for all dates; a course may stay open after it has begun. */
export const intakeOfCourse = (
  sessions: readonly Pick<PlannedSession, 'heldOn' | 'startsAt'>[],
  rule: JoiningRule,
  timeZone: string,
): PlannedIntake | undefined => {
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (!first || !last) return undefined
  return {
    ...{ startsAt: first.startsAt, ageOn: first.heldOn, lastOn: last.heldOn },
    ...windowOf(first, rule, timeZone),
  }
}

/** The room, and for some offers the babies too: both must hold. */
export const limitsOf = ({ counts, places, babyPlaces }: JoiningRule): PlannedLimit[] => [
  ...(counts ? [{ unit: counts, places: places ?? 0 }] : []),
  ...(counts && babyPlaces !== null ? [{ unit: 'baby' as const, places: babyPlaces }] : []),
]

const sessionOn = (date: Temporal.PlainDate, series: SeriesRule & { id: string }, timeZone: string) => {
  const startsAt = momentOf(date, series.starts, timeZone)
  const endsAt = series.ends && momentOf(date, series.ends, timeZone)
  if (startsAt === 'in-gap' || endsAt === 'in-gap') return 'in-gap'
  return { seriesId: series.id, heldOn: date, starts: series.starts, ends: series.ends, startsAt, endsAt }
}

const oncePerMoment = (sessions: PlannedSession[]) =>
  sessions
    .sort((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
    .filter((session, index) => !sessions[index - 1]?.startsAt.equals(session.startsAt))

/** Opens at the beginning of a local day; closes some hours before the start, or with the end of a named day. */
const windowOf = (
  { heldOn, startsAt }: Pick<PlannedSession, 'heldOn' | 'startsAt'>,
  { opensDaysBefore, closesHoursBefore, closesOn }: JoiningRule,
  timeZone: string,
) => ({
  opensAt: opensDaysBefore === null ? null : startOfDay(heldOn.subtract({ days: opensDaysBefore }), timeZone),
  closesAt: closesOn
    ? startOfDay(closesOn.add({ days: 1 }), timeZone)
    : startsAt.subtract({ hours: closesHoursBefore }),
})
