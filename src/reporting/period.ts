/** A quarter of a year, or a whole year where `quarter` is null. */
export type Period = { year: number; quarter: 1 | 2 | 3 | 4 | null }

export const quarterOf = ({ year, month }: Temporal.PlainDate): Period => ({
  year,
  quarter: (Math.floor((month - 1) / 3) + 1) as 1 | 2 | 3 | 4,
})

export const firstDayOf = ({ year, quarter }: Period) =>
  new Temporal.PlainDate(year, quarter ? quarter * 3 - 2 : 1, 1)

export const lastDayOf = (period: Period) =>
  firstDayOf(period)
    .add({ months: period.quarter ? 3 : 12 })
    .subtract({ days: 1 })

export const yearBefore = ({ year, quarter }: Period): Period => ({ year: year - 1, quarter })

/** Whether it is over; while it runs, it cannot be compared with a whole one. */
export const isOver = (period: Period, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(lastDayOf(period), today) < 0

/** All quarters from a day to another, the latest first. */
export const quartersBetween = (from: Temporal.PlainDate, until: Temporal.PlainDate): Period[] => {
  const quarters: Period[] = []
  let day = firstDayOf(quarterOf(until))
  while (Temporal.PlainDate.compare(lastDayOf(quarterOf(day)), from) >= 0) {
    quarters.push(quarterOf(day))
    day = day.subtract({ months: 3 })
  }
  return quarters
}
