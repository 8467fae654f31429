import { type Calendar, candidatesUntil, datesOf, nthWeekdayOf, type SeriesRule } from './series.ts'

/** A series that goes on by other days and hours, and what day each of its old days becomes. */
export type MovedSeries = { rule: SeriesRule; dayFor: (day: Temporal.PlainDate) => Temporal.PlainDate }

type Move = {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
}

/**
 * The series after one of its days has become another: all its days move along within their week or month.
 * 'only-this' where no rule of a family centre says so: a single date can go anywhere, a series only to another
 * weekday of the same week, or to a first to fourth or last weekday of the same month.
 */
export const moveSeries = (
  series: SeriesRule,
  { from, to, starts, ends }: Move,
): MovedSeries | 'only-this' => {
  const days = from.until(to).days
  const rule = { ...series, starts, ends }
  if (days === 0) return { rule, dayFor: day => day }
  if (series.rule === 'monthly') return moveWithinMonth(rule, from, to)
  if (series.rule !== 'dates' && !isSameWeek(from, to)) return 'only-this'

  const dayFor = (day: Temporal.PlainDate) => day.add({ days })
  const [first] = candidatesUntil(series, from)
  return {
    dayFor,
    rule: {
      ...rule,
      ...(series.weekday !== null && { weekday: to.dayOfWeek }),
      firstOn: dayFor(first ?? series.firstOn),
      lastOn: series.lastOn && dayFor(series.lastOn),
      exceptOn: series.exceptOn.map(dayFor),
      dates: series.dates.map(dayFor),
    },
  }
}

/** A series in two: what it was before a day, and what it is from then on. Only one part where the other is empty. */
export const splitSeries = (
  series: SeriesRule,
  day: Temporal.PlainDate,
  calendar: Calendar,
): { before: SeriesRule | null; from: SeriesRule } => {
  const isBefore = (each: Temporal.PlainDate) => Temporal.PlainDate.compare(each, day) < 0
  const dayBefore = day.subtract({ days: 1 })
  if (![...candidatesUntil(series, dayBefore)].some(isBefore)) return { before: null, from: series }

  const { held } = datesOf({ ...series, lastOn: dayBefore }, calendar, dayBefore)
  return {
    before: { ...series, lastOn: dayBefore, units: null, dates: series.dates.filter(isBefore) },
    from: {
      ...series,
      firstOn: day,
      units: series.units && series.units - held.length,
      exceptOn: series.exceptOn.filter(each => !isBefore(each)),
      dates: series.dates.filter(each => !isBefore(each)),
    },
  }
}

const moveWithinMonth = (
  series: SeriesRule,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): MovedSeries | 'only-this' => {
  const month = from.toPlainYearMonth()
  const nth = nthOf(to, series.nth)
  if (!to.toPlainYearMonth().equals(month) || nth === undefined) return 'only-this'

  const moved = { ...series, weekday: to.dayOfWeek, nth }
  const dayFor = (day: Temporal.PlainDate) => nthWeekdayOf(day.with({ day: 1 }), moved.weekday, nth)
  const [first] = candidatesUntil(series, from)
  const last = series.lastOn && candidatesUntil(series, series.lastOn).at(-1)
  return {
    dayFor,
    rule: {
      ...moved,
      firstOn: dayFor(first ?? from),
      lastOn: last ? dayFor(last) : series.lastOn,
      exceptOn: series.exceptOn.map(dayFor),
    },
  }
}

/** Which of its weekdays in the month a day is; the last one stays the last. A fifth is none that comes every month. */
const nthOf = (day: Temporal.PlainDate, before: number | null) => {
  const isLast = day.day + 7 > day.daysInMonth
  const nth = Math.ceil(day.day / 7)
  if (isLast && (before === -1 || nth === 5)) return -1
  return nth <= 4 ? nth : undefined
}

const isSameWeek = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  one.weekOfYear === other.weekOfYear && one.yearOfWeek === other.yearOfWeek
