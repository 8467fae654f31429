import type { PublicHolidays } from './holidays.ts'

/** How the dates of an offer come about: local days and local times of the city. */
export type SeriesRule = {
  rule: 'weekly' | 'fortnightly' | 'monthly' | 'dates'
  /** 1 is Monday, 7 is Sunday; null for listed dates. */
  weekday: number | null
  /** Which of its weekdays in the month, -1 for the last; null unless monthly. */
  nth: number | null
  starts: Temporal.PlainTime
  /** Null where it ends when the last family leaves. */
  ends: Temporal.PlainTime | null
  firstOn: Temporal.PlainDate
  lastOn: Temporal.PlainDate | null
  /** How many dates are really held: a gap week moves the end. */
  units: number | null
  skipsSchoolHolidays: boolean
  skipsPublicHolidays: boolean
  /** Not when its centre is closed, and not when this partner is. */
  skipsClosingDays?: boolean
  partnerId?: string | null
  exceptOn: readonly Temporal.PlainDate[]
  dates: readonly Temporal.PlainDate[]
}

export type SchoolHoliday = { firstOn: Temporal.PlainDate; lastOn: Temporal.PlainDate; kind: string }
/** Days on which a centre or a partner is closed; `whose` is its id. */
export type Closing = {
  whose: string
  firstOn: Temporal.PlainDate
  lastOn: Temporal.PlainDate
  reason: ClosingReason
}
export const closingReasons = ['holidays', 'team-day', 'training', 'works', 'other'] as const
export type ClosingReason = (typeof closingReasons)[number]

export type Calendar = {
  schoolHolidays: readonly SchoolHoliday[]
  publicHoliday: PublicHolidays
  closings?: readonly Closing[]
  /** The centre whose dates are planned. */
  centreId?: string
}

/** A day on which nothing is held, and why; `name` is the kind of holiday, or the reason of the closing. */
export type SkippedDate = {
  date: Temporal.PlainDate
  reason: 'exception' | 'closing-day' | 'partner-closed' | 'public-holiday' | 'school-holiday'
  name?: string
}
export type SeriesDates = { held: Temporal.PlainDate[]; skipped: SkippedDate[] }

/**
 * The days on which a series is held, and those it leaves out with the reason.
 * A series with neither a last day nor a number of units runs on until the horizon.
 */
export const datesOf = (series: SeriesRule, calendar: Calendar, horizon: Temporal.PlainDate): SeriesDates => {
  const result: SeriesDates = { held: [], skipped: [] }
  const exceptions = series.exceptOn.length > 0 ? new Set(series.exceptOn.map(String)) : undefined
  const last = lastDayOf(series, horizon)

  for (const date of candidates(series)) {
    if (Temporal.PlainDate.compare(date, last) > 0 || result.held.length === series.units) break
    const skipped = exceptions?.has(date.toString())
      ? { date, reason: 'exception' as const }
      : holidayOn(date, series, calendar)
    if (skipped) result.skipped.push(skipped)
    else result.held.push(date)
  }
  return result
}

/** Whether new dates of a series come up as time goes by. */
export const isOpenEnded = (series: SeriesRule) =>
  series.rule !== 'dates' && series.lastOn === null && series.units === null

/** The days a series means until a day, whether they are held or left out, in order. */
export const candidatesUntil = (series: SeriesRule, until: Temporal.PlainDate): Temporal.PlainDate[] => {
  const days: Temporal.PlainDate[] = []
  for (const day of candidates(series)) {
    if (Temporal.PlainDate.compare(day, until) > 0) break
    days.push(day)
  }
  return days
}

const lastDayOf = (series: SeriesRule, horizon: Temporal.PlainDate) => {
  if (series.lastOn) return series.lastOn
  // Five years: a course that only falls on holidays would otherwise be looked for without end.
  return isOpenEnded(series) ? horizon : (series.dates.at(-1) ?? series.firstOn).add({ years: 5 })
}

function* candidates(series: SeriesRule): Generator<Temporal.PlainDate> {
  if (series.rule === 'dates') yield* [...series.dates].sort(Temporal.PlainDate.compare)
  else if (series.rule === 'monthly') yield* nthWeekdays(series)
  else yield* everyFewDays(series, series.rule === 'weekly' ? 7 : 14)
}

/** Fortnightly, the first date decides between the A and the B week. */
function* everyFewDays({ firstOn, weekday }: SeriesRule, days: number) {
  const first = firstOn.add({ days: daysUntil(weekday, firstOn) })
  for (let date = first; ; date = date.add({ days })) yield date
}

function* nthWeekdays({ firstOn, weekday, nth }: SeriesRule) {
  for (let month = firstOn.with({ day: 1 }); ; month = month.add({ months: 1 })) {
    const date = nthWeekdayOf(month, weekday, nth)
    if (Temporal.PlainDate.compare(date, firstOn) >= 0) yield date
  }
}

export const nthWeekdayOf = (month: Temporal.PlainDate, weekday: number | null, nth: number | null) => {
  if (nth === -1) {
    const lastDay = month.with({ day: month.daysInMonth })
    return lastDay.subtract({ days: (lastDay.dayOfWeek - (weekday ?? 1) + 7) % 7 })
  }
  return month.add({ days: daysUntil(weekday, month) + 7 * ((nth ?? 1) - 1) })
}

const daysUntil = (weekday: number | null, from: Temporal.PlainDate) =>
  ((weekday ?? 1) - from.dayOfWeek + 7) % 7

const holidayOn = (
  date: Temporal.PlainDate,
  series: SeriesRule,
  calendar: Calendar,
): SkippedDate | undefined => {
  const closed = closingOn(date, series, calendar)
  if (closed) return closed
  const celebrated = series.skipsPublicHolidays ? calendar.publicHoliday(date) : undefined
  if (celebrated) return { date, reason: 'public-holiday', name: celebrated }
  const free = series.skipsSchoolHolidays ? schoolHolidayOn(date, calendar) : undefined
  return free && { date, reason: 'school-holiday', name: free.kind }
}

const closingOn = (
  date: Temporal.PlainDate,
  { skipsClosingDays, partnerId }: SeriesRule,
  { closings = [], centreId }: Calendar,
): SkippedDate | undefined => {
  const isClosed = (whose: string | null | undefined) =>
    closings.find(
      closing =>
        closing.whose === whose &&
        Temporal.PlainDate.compare(closing.firstOn, date) <= 0 &&
        Temporal.PlainDate.compare(date, closing.lastOn) <= 0,
    )
  const ofCentre = skipsClosingDays ? isClosed(centreId) : undefined
  if (ofCentre) return { date, reason: 'closing-day', name: ofCentre.reason }
  const ofPartner = partnerId ? isClosed(partnerId) : undefined
  return ofPartner && { date, reason: 'partner-closed', name: ofPartner.reason }
}

const schoolHolidayOn = (date: Temporal.PlainDate, { schoolHolidays }: Calendar) => {
  const days = holidayDays.get(schoolHolidays) ?? daysOf(schoolHolidays)
  holidayDays.set(schoolHolidays, days)
  return days.get(date.toString())
}

/** Each day of the holidays, worked out once: a city asks for them with every date of every series. */
const daysOf = (schoolHolidays: readonly SchoolHoliday[]) => {
  const days = new Map<string, SchoolHoliday>()
  for (const holiday of schoolHolidays) {
    for (
      let day = holiday.firstOn;
      Temporal.PlainDate.compare(day, holiday.lastOn) <= 0;
      day = day.add({ days: 1 })
    ) {
      days.set(day.toString(), holiday)
    }
  }
  return days
}

const holidayDays = new WeakMap<readonly SchoolHoliday[], Map<string, SchoolHoliday>>()
