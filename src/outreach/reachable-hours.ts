/** Times of day by the clock of the city, such as 09:00 until 12:00; until an earlier one means over midnight. */
export type ReachableHours = {
  from: string
  until: string
  /** 1 is Monday, 7 is Sunday; without them every day. Over midnight it is the day on which the hours begin. */
  days?: readonly number[]
}

/**
 * The first moment from now on that lies within the hours. Where the clocks change, an hour that comes twice or never
 * counts as short as possible: nobody is reached a minute too early or too late. Undefined when there is no such hour
 * within two weeks, which only hours without a day can bring about.
 */
export function nextWithin(
  { from, until, days }: ReachableHours,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.Instant | undefined {
  const [begins, ends] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(until)]
  const isOverMidnight = Temporal.PlainTime.compare(begins, ends) >= 0
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  for (let ahead = -1; ahead <= 14; ahead++) {
    const day = today.add({ days: ahead })
    if (days && !days.includes(day.dayOfWeek)) continue
    const opens = at(day, begins, timeZone, 'later')
    const closes = at(isOverMidnight ? day.add({ days: 1 }) : day, ends, timeZone, 'earlier')
    const first = Temporal.Instant.compare(opens, now) > 0 ? opens : now
    if (Temporal.Instant.compare(first, closes) < 0) return first
  }
  return undefined
}

const at = (
  day: Temporal.PlainDate,
  time: Temporal.PlainTime,
  timeZone: string,
  disambiguation: 'earlier' | 'later',
) => day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation }).toInstant()
