import type { News } from './message.ts'
import { nextWithin, type ReachableHours } from './reachable-hours.ts'

type Going = {
  news: News | undefined
  hours: ReachableHours | undefined
  /** When it makes a telephone ring: the hours in which those may; an e-mail makes no noise. */
  rings: ReachableHours | undefined
  createdAt: Temporal.Instant
}

/**
 * When a message may go. The hours a family named hold for everything, because its safety can hang on them; only a code
 * that it has just asked for, and that would be dead by then, comes at once. What makes a telephone ring besides lets the
 * city sleep, unless the family has just done something and waits for the answer, or the morning would be too late.
 * E-mail makes no noise. News of a date that is days away waits for half an hour, because often more of it follows.
 * Undefined: there is no such hour.
 */
export function mayGoAt({ news, hours, rings, createdAt }: Going, now: Temporal.Instant, timeZone: string) {
  const hasTime = isPatient(news) && !beginsSoon(news, now)
  const ready = hasTime ? laterOf(now, createdAt.add({ minutes: 30 })) : now
  if (hours) {
    const theirs = nextWithin(hours, ready, timeZone)
    return isAnswer(news) && isOver(usefulUntil(news, now), theirs) ? ready : theirs
  }
  if (!rings || isAnswer(news)) return ready
  const morning = nextWithin(rings, ready, timeZone)
  return isOver(usefulUntil(news, now), morning) ? now : morning
}

const isOver = (useful: Temporal.Instant | undefined, by: Temporal.Instant | undefined) =>
  useful !== undefined && by !== undefined && Temporal.Instant.compare(useful, by) < 0

/** When telephones may ring, by the clock of the city, unless the operator (PHONES_RING) or a centre says otherwise. */
export const daytime: ReachableHours = { from: '08:00', until: '20:00' }

/** Goes together with other news of its sort. */
export const isPatient = (news: News | undefined) => news !== undefined && patient.includes(news.kind)

const patient: readonly News['kind'][] = ['session-cancelled', 'session-takes-place', 'dates-changed']

const beginsSoon = (news: News | undefined, now: Temporal.Instant) =>
  beginningsAhead(news, now).some(moment => Temporal.Instant.compare(moment, now.add({ hours: 24 })) < 0)

const laterOf = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0 ? one : other

/** Somebody has just done something, and waits for it. */
export const isAnswer = (news: News | undefined) =>
  news?.kind === 'letter' ? news.facts.isAnswer === true : news !== undefined && answers.includes(news.kind)

const answers: readonly News['kind'][] = [
  ...(['registration-confirmed', 'registration-waiting', 'registration-asked'] as const),
  ...(['place-accepted', 'registration-cancelled'] as const),
]

/** Two hours before it begins, somebody can still stay at home; an offered place and a code have their own end. */
function usefulUntil(news: News | undefined, now: Temporal.Instant) {
  const ownEnd = news && (news.kind === 'letter' ? news.facts.usefulUntil : news.facts.offeredUntil)
  return [
    ...beginningsAhead(news, now).map(moment => moment.subtract({ hours: 2 })),
    ...(ownEnd ? [Temporal.Instant.from(ownEnd)] : []),
  ].sort(Temporal.Instant.compare)[0]
}

/** When what the news is about begins, or was to begin, as far as that is still to come. */
function beginningsAhead(news: News | undefined, now: Temporal.Instant) {
  if (!news || news.kind === 'letter') return []
  const { startsAt, dates = [] } = news.facts
  return [startsAt, ...dates.flatMap(({ was, startsAt: again }) => [was ?? again, again])]
    .map(moment => Temporal.Instant.from(moment))
    .filter(moment => Temporal.Instant.compare(moment, now) > 0)
}
