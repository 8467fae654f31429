/** A date as a schedule needs it: local, with the offset of its zone at that moment. */
export type DatedSlot = {
  heldOn: Temporal.PlainDate
  starts: Temporal.PlainTime
  ends: Temporal.PlainTime | null
  /** Minutes from UTC. */
  offset: number
  place: string
}

/** Dates that one rule of HSDS describes exactly; a single date has no rule. */
export type Run = Omit<DatedSlot, 'heldOn'> & {
  first: Temporal.PlainDate
  last: Temporal.PlainDate
  count: number
  rule: Rule | null
}

/** What HSDS 3 can say: every so many weeks, or an n-th weekday of the month (-1 is the last). */
export type Rule = { freq: 'WEEKLY'; interval: 1 | 2 } | { freq: 'MONTHLY'; nth: number }

/**
 * The dates of an offer as schedules of HSDS. It knows no exceptions and its zone is a number: so where a date is
 * missing, or the clocks change, one schedule ends and another begins. Together they say exactly the dates given.
 */
export const runsOf = (slots: readonly DatedSlot[]): Run[] =>
  [...Map.groupBy(slots, alike).values()]
    .flatMap(same => cut(same.toSorted((one, other) => Temporal.PlainDate.compare(one.heldOn, other.heldOn))))
    .sort((one, other) => Temporal.PlainDate.compare(one.first, other.first))

const alike = ({ heldOn, starts, ends, offset, place }: DatedSlot) =>
  [heldOn.dayOfWeek, starts, ends, offset, place].join(' ')

const cut = (slots: readonly DatedSlot[]): Run[] => {
  const runs: Run[] = []
  for (const { heldOn, ...slot } of slots) {
    const run = runs.at(-1)
    const rule = run && ruleFor(run, heldOn)
    if (run && rule) Object.assign(run, { rule, last: heldOn, count: run.count + 1 })
    else runs.push({ ...slot, first: heldOn, last: heldOn, count: 1, rule: null })
  }
  return runs
}

/** The rule by which a run goes on to a date; undefined where it ends before. */
const ruleFor = ({ rule, last, count }: Run, next: Temporal.PlainDate): Rule | undefined =>
  count === 1
    ? rulesBetween(last, next)[0]
    : rulesBetween(last, next).find(candidate => JSON.stringify(candidate) === JSON.stringify(rule))

const rulesBetween = (one: Temporal.PlainDate, next: Temporal.PlainDate): Rule[] => {
  const days = one.until(next).days
  const isNextMonth = one.toPlainYearMonth().add({ months: 1 }).equals(next.toPlainYearMonth())
  const nths = isNextMonth ? nthsOf(one).filter(nth => nthsOf(next).includes(nth)) : []
  return [
    ...(days === 7 ? [{ freq: 'WEEKLY', interval: 1 } as const] : []),
    ...(days === 14 ? [{ freq: 'WEEKLY', interval: 2 } as const] : []),
    ...nths.map(nth => ({ freq: 'MONTHLY', nth }) as const),
  ]
}

/** A fifth Monday is the last one and nothing else: not every month has a fifth. */
const nthsOf = ({ day, daysInMonth }: Temporal.PlainDate) => [
  ...(day <= 28 ? [Math.ceil(day / 7)] : []),
  ...(day > daysInMonth - 7 ? [-1] : []),
]
