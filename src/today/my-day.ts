import { type HeldSession, sessionsOfNextDay, sessionsToday, uncountedSessions } from '../attendance/index.ts'
import { countSourcesWithNews } from '../calendar-import/index.ts'
import { countUncared } from '../care/index.ts'
import { countCorrections } from '../corrections/index.ts'
import { countUnmarked } from '../counselling/index.ts'
import { countOverdueRounds } from '../doorstep/index.ts'
import { countForgottenBoxes } from '../fees/index.ts'
import type { Context } from '../identity/index.ts'
import { jointNews } from '../joint-activities/index.ts'
import { countLoansDue } from '../lending/index.ts'
import { countWaiting } from '../neighbours/index.ts'
import { whatIsDue } from '../network/index.ts'
import { countCalls } from '../outreach/index.ts'
import { readUnchecked } from '../planning/index.ts'
import { countProposals } from '../proposals/index.ts'
import { countOverdue } from '../questions/index.ts'
import { whatWaits } from '../registration/index.ts'
import { countRequests, countUnseated } from '../rooms/index.ts'

/** What one thing can be done about a session of today. */
export type NextStep = 'count' | 'counted' | 'list' | 'look' | 'none'

/** Everything the start page says: what is on today, or else next, and what waits for somebody. */
export const myDay = async (context: Context) => {
  const [
    sessions,
    uncounted,
    waits,
    calls,
    questions,
    pinboard,
    network,
    consultations,
    joint,
    rounds,
    proposals,
    cash,
    unseated,
    unchecked,
    roomRequests,
    uncared,
    partnerCalendars,
    loans,
    corrections,
  ] = await Promise.all([
    sessionsToday(context),
    uncountedSessions(context),
    whatWaits(context),
    countCalls(context),
    countOverdue(context),
    countWaiting(context),
    whatIsDue(context),
    countUnmarked(context),
    jointNews(context),
    countOverdueRounds(context),
    countProposals(context),
    countForgottenBoxes(context),
    countUnseated(context),
    readUnchecked(context),
    countRequests(context),
    countUncared(context),
    countSourcesWithNews(context),
    countLoansDue(context),
    countCorrections(context),
  ])
  const next = sessions.length === 0 ? await sessionsOfNextDay(context) : []
  const waiting = {
    uncounted: uncounted.length,
    calls,
    questions,
    pinboard,
    network,
    consultations,
    joint,
    rounds,
    proposals,
    cash,
    unseated,
    asked: unchecked.filter(({ state }) => state === 'published').length,
    hidden: unchecked.filter(({ state }) => state === 'stale').length,
    roomRequests,
    uncared,
    partnerCalendars,
    loans,
    corrections,
  }
  return { sessions, next, ...waiting, ...waits }
}

export type MyDay = Awaited<ReturnType<typeof myDay>>

/** Counting comes first once a session has begun; before that, the list of those who registered. */
export const nextStepAt = (
  session: Pick<HeldSession, 'cancelReason' | 'everybody' | 'intakeId' | 'startsAt'>,
  now: Temporal.Instant,
): NextStep => {
  if (session.cancelReason) return 'none'
  if (session.everybody !== null) return 'counted'
  if (Temporal.Instant.compare(now, session.startsAt) >= 0) return 'count'
  return session.intakeId ? 'list' : 'look'
}

/** How one greets at an hour of the local day. */
export const greetingAt = (hour: number) => (hour < 11 ? 'morning' : hour < 18 ? 'day' : 'evening')
