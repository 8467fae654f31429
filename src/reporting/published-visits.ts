import { type Context, todayIn } from '../identity/index.ts'
import { firstDayOf, lastDayOf, quarterOf } from './period.ts'
import * as store from './store/published-visits.ts'

/** How many came in a quarter to all centres of the city. */
export type QuarterOfVisits = {
  /** Its first day. */
  quarter: Temporal.PlainDate
  adults: number
  children: number
  /** Families that were there for the first time. */
  firstTime: number
  sessionsHeld: number
  sessionsUncounted: number
}

/** The same of some quarters together, from the first day of the first to the last day of the last. */
export type PublishedVisits = Omit<QuarterOfVisits, 'quarter'> & {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

const mostQuarters = 4

/** What everybody may know of the counts: the latest quarters that are over and published, up to a year of them. */
export const readPublishedVisits = async (context: Context): Promise<PublishedVisits | undefined> => {
  const running = firstDayOf(quarterOf(todayIn(context)))
  return together(await store.listVisits(context, { before: running }))
}

/** Adds up the latest quarters that follow each other without a gap. They come latest first. */
export const together = (quarters: readonly QuarterOfVisits[]): PublishedVisits | undefined => {
  const gap = quarters.findIndex(
    ({ quarter }, at) => at > 0 && !quarters[at - 1]?.quarter.subtract({ months: 3 }).equals(quarter),
  )
  const run = quarters.slice(0, gap < 0 ? mostQuarters : Math.min(gap, mostQuarters))
  const [latest, earliest] = [run[0], run.at(-1)]
  if (!latest || !earliest) return undefined

  const sum = (of: Exclude<keyof QuarterOfVisits, 'quarter'>) =>
    run.reduce((total, quarter) => total + quarter[of], 0)
  return {
    from: earliest.quarter,
    until: lastDayOf(quarterOf(latest.quarter)),
    adults: sum('adults'),
    children: sum('children'),
    firstTime: sum('firstTime'),
    sessionsHeld: sum('sessionsHeld'),
    sessionsUncounted: sum('sessionsUncounted'),
  }
}
