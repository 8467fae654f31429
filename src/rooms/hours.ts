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

/** Whether a day is further ahead than groups may ask for; null and 0 set no limit (scenario R11). */
export const isTooFarAhead = (
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  maxDaysAhead: number | null,
) => Boolean(maxDaysAhead) && today.until(day).days > (maxDaysAhead ?? 0)
