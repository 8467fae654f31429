export const quarters = [1, 2, 3, 4] as const
type Quarter = (typeof quarters)[number]

/** A quarter of a year, or a whole year where `quarter` is null. */
export type Period = { year: number; quarter: Quarter | null }

/** The quarter in which a day lies. */
export const quarterOf = ({ year, month }: Temporal.PlainDate): Period => ({
  year,
  quarter: quarters[Math.floor((month - 1) / 3)] ?? null,
})

/** The day on which a quarter or a year begins. */
export const firstDayOf = ({ year, quarter }: Period) =>
  new Temporal.PlainDate(year, quarter ? quarter * 3 - 2 : 1, 1)

/** The day with which it ends. */
export const lastDayOf = (period: Period) =>
  firstDayOf(period)
    .add({ months: period.quarter ? 3 : 12 })
    .subtract({ days: 1 })

/** The same quarter of the year before, or that whole year: what a figure is compared with. */
export const yearBefore = ({ year, quarter }: Period): Period => ({ year: year - 1, quarter })

/** Whether it is over; while it runs, it cannot be compared with a whole one. */
export const isOver = (period: Period, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(lastDayOf(period), today) < 0

/** All quarters from a day to another, the latest first. */
export const quartersBetween = (from: Temporal.PlainDate, until: Temporal.PlainDate): Period[] => {
  const found: Period[] = []
  let day = firstDayOf(quarterOf(until))
  while (Temporal.PlainDate.compare(lastDayOf(quarterOf(day)), from) >= 0) {
    found.push(quarterOf(day))
    day = day.subtract({ months: 3 })
  }
  return found
}
