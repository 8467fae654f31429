/** A date as its series sees it: local, with what it was announced as. */
export type DateOfSeries = {
  starts: Temporal.PlainDateTime
  ends: Temporal.PlainDateTime | null
  /** When it was to begin as first announced; the same as `starts` unless it was moved. */
  announced: Temporal.PlainDateTime
  place: string
  /** Nobody comes, or those whose calendar it is do not. */
  isMissed: boolean
}

/** Dates of a series as a calendar repeats them (RFC 5545, 3.8.5), in local time. */
export type Repeating<D> = {
  /** The dates that follow the rule, soonest first; none where all were changed. */
  regular: D[]
  /** Those that stand instead of one that the rule would give: moved, shifted to another place, cancelled. */
  instead: { date: D; of: Temporal.PlainDateTime }[]
  first: Temporal.PlainDateTime
  /** How long each takes that follows the rule; null where nobody knows when it ends. */
  lasts: Temporal.Duration | null
  place: string
  /** Without its end; undefined where there is but one date, which needs no rule. */
  rule: string | undefined
  last: Temporal.PlainDateTime
  /** What the rule would give, but nobody announced: holidays and other gaps. */
  except: Temporal.PlainDateTime[]
}

/**
 * The rule that dates of one series follow, read from the dates themselves, because they are what holds: most of them
 * say weekday, hours and place. Who differs stands instead of the date that was announced for it; who was announced for
 * no date of the rule stands `alone`.
 */
export const repeatingOf = <D extends DateOfSeries>(
  dates: readonly D[],
): { repeating: Repeating<D> | undefined; alone: D[] } => {
  const pattern = mostCommon(dates.some(isHeld) ? dates.filter(isHeld) : dates)
  if (!pattern) return { repeating: undefined, alone: [...dates] }

  const regular = dates.filter(date => isHeld(date) && hasShapeOf(date, pattern))
  const taken = new Set(regular.map(({ starts }) => starts.toString()))
  const instead: Repeating<D>['instead'] = []
  const alone: D[] = []
  for (const date of dates.filter(date => !regular.includes(date))) {
    const of = date.announced
    if (startsLike(of, pattern.starts) && !taken.has(of.toString())) {
      instead.push({ date, of })
      taken.add(of.toString())
    } else alone.push(date)
  }
  const slots = [...regular.map(({ starts }) => starts), ...instead.map(({ of }) => of)].sort(
    Temporal.PlainDateTime.compare,
  )
  const [first = pattern.starts] = slots
  const last = slots.at(-1) ?? first
  const rule = slots.length > 1 || instead.length > 0 ? ruleOf(slots, first) : undefined
  const except = rule ? rule.until(last).filter(slot => !taken.has(slot.toString())) : []
  const lasts = pattern.ends && pattern.starts.until(pattern.ends)
  const { place } = pattern
  return { repeating: { regular, instead, first, last, lasts, place, rule: rule?.text, except }, alone }
}

const isHeld = ({ isMissed }: DateOfSeries) => !isMissed

const mostCommon = <D extends DateOfSeries>(dates: readonly D[]): D | undefined => {
  const groups = Map.groupBy(dates, shapeOf)
  return [...groups.values()].sort((one, other) => other.length - one.length)[0]?.[0]
}

const shapeOf = ({ starts, ends, place }: DateOfSeries) =>
  [starts.dayOfWeek, starts.toPlainTime(), ends?.toPlainTime() ?? '', place].join(' ')

const hasShapeOf = (date: DateOfSeries, pattern: DateOfSeries) => shapeOf(date) === shapeOf(pattern)

const startsLike = (one: Temporal.PlainDateTime, other: Temporal.PlainDateTime) =>
  one.dayOfWeek === other.dayOfWeek && one.toPlainTime().equals(other.toPlainTime())

type Rule = {
  text: string
  /** What it gives from the first date until the last, both included. */
  until: (last: Temporal.PlainDateTime) => Temporal.PlainDateTime[]
}

/** The n-th weekday of the month where that fits all of several, else every so many weeks. */
const ruleOf = (slots: readonly Temporal.PlainDateTime[], first: Temporal.PlainDateTime): Rule => {
  const day = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][first.dayOfWeek - 1]
  const nth = slots.length > 2 ? [nthOf(first), -1].find(each => slots.every(isNth(each))) : undefined
  if (nth) {
    const months = (last: Temporal.PlainDateTime) => first.until(last, { largestUnit: 'months' }).months + 1
    return {
      text: `FREQ=MONTHLY;BYDAY=${nth}${day}`,
      until: last =>
        Array.from({ length: months(last) + 1 }, (_, month) => nthWeekday(first, month, nth)).filter(
          slot => Temporal.PlainDateTime.compare(slot, last) <= 0,
        ),
    }
  }
  const interval = slots.map(slot => weeksFrom(first, slot)).reduce(greatestDivisor, 0) || 1
  return {
    text: `FREQ=WEEKLY${interval > 1 ? `;INTERVAL=${interval}` : ''};BYDAY=${day}`,
    until: last =>
      Array.from({ length: weeksFrom(first, last) / interval + 1 }, (_, time) =>
        first.add({ weeks: time * interval }),
      ),
  }
}

const nthOf = ({ day }: Temporal.PlainDateTime) => Math.ceil(day / 7)

const isNth = (nth: number) => (slot: Temporal.PlainDateTime) =>
  nth > 0 ? nthOf(slot) === nth : slot.day + 7 > slot.daysInMonth

const nthWeekday = (first: Temporal.PlainDateTime, month: number, nth: number) => {
  const begins = first.with({ day: 1 }).add({ months: month })
  const earliest = begins.add({ days: (first.dayOfWeek - begins.dayOfWeek + 7) % 7 })
  const inLastWeek = Math.floor((begins.daysInMonth - earliest.day) / 7)
  return earliest.add({ weeks: nth > 0 ? nth - 1 : inLastWeek })
}

const weeksFrom = (one: Temporal.PlainDateTime, other: Temporal.PlainDateTime) =>
  Math.round(one.toPlainDate().until(other.toPlainDate(), { largestUnit: 'weeks' }).weeks)

const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other)
