/** When a room can be had: on these weekdays (1 is Monday) between two times. Rules of one room add up. */
export type BookableHours = {
  weekdays: readonly number[]
  opens: Temporal.PlainTime
  closes: Temporal.PlainTime
}

/** Whether a room can be had on a day from one time to another. A room without rules can always be had. */
export const canBeHad = (
  hours: readonly BookableHours[],
  day: Temporal.PlainDate,
  { starts, ends }: { starts: Temporal.PlainTime; ends: Temporal.PlainTime },
) => {
  if (hours.length === 0) return true
  return opensOn(hours, day.dayOfWeek).some(
    ({ opens, closes }) =>
      Temporal.PlainTime.compare(opens, starts) <= 0 && Temporal.PlainTime.compare(ends, closes) <= 0,
  )
}

/** The spans of a weekday, those that touch or overlap joined (scenario R10: rules combine). */
export const opensOn = (hours: readonly BookableHours[], weekday: number) => {
  const { compare } = Temporal.PlainTime
  const joined: { opens: Temporal.PlainTime; closes: Temporal.PlainTime }[] = []
  const ofTheDay = hours.filter(({ weekdays }) => weekdays.includes(weekday))
  for (const { opens, closes } of ofTheDay.toSorted((one, other) => compare(one.opens, other.opens))) {
    const last = joined.at(-1)
    if (!last || compare(opens, last.closes) > 0) joined.push({ opens, closes })
    else if (compare(closes, last.closes) > 0) last.closes = closes
  }
  return joined
}

/** What a group says of itself is kept until its day is over, so no day may lie farther away. */
export const furthestDays = 730

/**
 * Whether a day is further ahead than groups may ask for; with null and 0 the lead sets no limit (scenario R11), and
 * two years are one all the same.
 */
export const isTooFarAhead = (
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  maxDaysAhead: number | null,
) => today.until(day).days > (maxDaysAhead || furthestDays)
