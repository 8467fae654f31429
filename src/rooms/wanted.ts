import { momentOf } from '../platform/local-time.ts'
import type { SkippedFor } from './booking.ts'
import { daysOf, type Wish } from './rhythm.ts'
import { occupiedBy, overlaps, type Span, type WithSetUp } from './span.ts'
import type { Occupation } from './store/occupations.ts'

export type TimesOfDay = { starts: Temporal.PlainTime; ends: Temporal.PlainTime }
type SetUp = Pick<WithSetUp, 'minutesBefore' | 'minutesAfter'>

/** One date that somebody wants a room on. */
export type WantedDate = WithSetUp & {
  day: Temporal.PlainDate
  /** The clocks go forward and leave out the time. */
  isInGap: boolean
}

/** A date that is not to be had, and what stands in its way. */
export type Conflict = { date: WantedDate; why: SkippedFor; taken: Occupation[] }

/** The dates of a wish as moments: always the same time on the clocks of the city, also over their change. */
export const datesOf = (wish: Wish & TimesOfDay & SetUp, timeZone: string): WantedDate[] =>
  daysOf(wish).map(day => onDay(day, wish, timeZone))

/** The same for a single day. */
export const onDay = (day: Temporal.PlainDate, times: TimesOfDay & SetUp, timeZone: string): WantedDate => {
  const { starts, ends, minutesBefore, minutesAfter } = times
  const [from, until] = [momentOf(day, starts, timeZone), momentOf(day, ends, timeZone)]
  const isInGap = from === 'in-gap' || until === 'in-gap'
  const after = (time: Temporal.PlainTime) => day.toZonedDateTime({ timeZone, plainTime: time }).toInstant()
  return {
    ...{ day, minutesBefore, minutesAfter, isInGap },
    startsAt: from === 'in-gap' ? after(starts) : from,
    endsAt: until === 'in-gap' ? after(ends) : until,
  }
}

/** All that lies between the first and the last of some dates. */
export const hullOf = (dates: readonly WithSetUp[]): Span => {
  const spans = dates.map(occupiedBy)
  const starts = spans.map(({ startsAt }) => startsAt).sort(Temporal.Instant.compare)
  const ends = spans.map(({ endsAt }) => endsAt).sort(Temporal.Instant.compare)
  const nothing = Temporal.Instant.fromEpochMilliseconds(0)
  return { startsAt: starts[0] ?? nothing, endsAt: ends.at(-1) ?? nothing }
}

/** Which of the dates cannot be had in a room, and why. */
export const conflictsOf = (
  dates: readonly WantedDate[],
  roomId: string,
  busy: readonly Occupation[],
): Conflict[] => {
  const inRoom = busy.filter(each => each.roomId === roomId)
  return dates.flatMap((date): Conflict[] => {
    if (date.isInGap) return [{ date, why: 'in-gap', taken: [] }]
    const taken = inRoom.filter(each => overlaps(occupiedBy(date), each))
    return taken.length > 0 ? [{ date, why: 'taken', taken }] : []
  })
}
