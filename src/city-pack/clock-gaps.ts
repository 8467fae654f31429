/** A night in which the clocks go forward, and the times of day that it leaves out. */
export type ClockGap = { day: Temporal.PlainDate; swallows: (time: Temporal.PlainTime) => boolean }

/** The gaps in the clock of a zone between 2000 and 2100. */
export const gapsOf = (timeZone: string): ClockGap[] => {
  const gaps: ClockGap[] = []
  let after = Temporal.Instant.from('2000-01-01T00:00:00Z')
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition('next')
  while (after && after.year < 2100) {
    const before = after.subtract({ nanoseconds: 1 })
    const width = after.offsetNanoseconds - before.offsetNanoseconds
    if (width > 0) gaps.push(gapBefore(after.toPlainDateTime(), width))
    after = after.getTimeZoneTransition('next')
  }
  return gaps
}

const gapBefore = (end: Temporal.PlainDateTime, nanoseconds: number): ClockGap => {
  const begin = end.subtract({ nanoseconds })
  const { compare } = Temporal.PlainDateTime
  const day = begin.toPlainDate()
  return {
    day,
    swallows: time => {
      const moment = day.toPlainDateTime(time)
      return compare(begin, moment) <= 0 && compare(moment, end) < 0
    },
  }
}
