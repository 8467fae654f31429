import type { News } from './message.ts'
import { nextWithin, type ReachableHours } from './reachable-hours.ts'

type Going = { news: News | undefined; hours: ReachableHours | undefined; rings: boolean }

/**
 * When a message may go. The hours a family named hold for everything, because its safety can hang on them. What makes
 * a telephone ring besides lets the city sleep, unless the family has just done something and waits for the answer, or
 * the morning would be too late. E-mail makes no noise. Undefined: there is no such hour.
 */
export function mayGoAt({ news, hours, rings }: Going, now: Temporal.Instant, timeZone: string) {
  if (hours) return nextWithin(hours, now, timeZone)
  if (!rings || isAnswer(news)) return now
  const morning = nextWithin(daytime, now, timeZone)
  const useful = usefulUntil(news, now)
  return morning && useful && Temporal.Instant.compare(useful, morning) < 0 ? now : morning
}

/** When telephones may ring, by the clock of the city. */
const daytime: ReachableHours = { from: '08:00', until: '20:00' }

const isAnswer = (news: News | undefined) => news !== undefined && answers.includes(news.kind)

const answers: readonly News['kind'][] = [
  ...(['registration-confirmed', 'registration-waiting', 'registration-asked'] as const),
  ...(['place-accepted', 'registration-cancelled'] as const),
]

/** Two hours before it begins, somebody can still stay at home; and an offered place has its own end. */
function usefulUntil(news: News | undefined, now: Temporal.Instant) {
  if (!news || news.kind === 'letter') return undefined
  const { offeredUntil, startsAt, dates = [] } = news.facts
  const ahead = [startsAt, ...dates.flatMap(({ was, startsAt: again }) => [was ?? again, again])]
    .map(moment => Temporal.Instant.from(moment))
    .filter(moment => Temporal.Instant.compare(moment, now) > 0)
    .map(moment => moment.subtract({ hours: 2 }))
  return [...ahead, ...(offeredUntil ? [Temporal.Instant.from(offeredUntil)] : [])].sort(
    Temporal.Instant.compare,
  )[0]
}
