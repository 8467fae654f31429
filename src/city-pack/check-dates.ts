import { datesOf, horizonFrom, type PublicHolidays, type SeriesRule } from '../planning/index.ts'
import { bookedTwice } from './check-rooms.ts'
import { type ClockGap, gapsOf } from './clock-gaps.ts'
import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'
import { type DatesRow, seriesOf } from './series-of.ts'

type Planning = { timeZone: string; today: Temporal.PlainDate; publicHoliday: PublicHolidays }
export type Dated = { row: DatesRow; series: SeriesRule; days: () => Temporal.PlainDate[] }

/** The dates of the offers: complete for their rule, possible on the clock, and no room given away twice. */
export const checkDates = (pack: Pack, { timeZone, today, publicHoliday }: Planning): Fault[] => {
  const calendar = { schoolHolidays: holidaysOf(pack), publicHoliday }
  const faults: Fault[] = []
  const dated: Dated[] = []
  for (const row of pack.dates?.rows ?? []) {
    const wrong = [...ruleFaults(row), ...orderFaults(row)]
    faults.push(...wrong)
    const series = wrong.length === 0 ? seriesOf(row) : undefined
    if (series)
      dated.push({ row, series, days: once(() => datesOf(series, calendar, horizonFrom(today)).held) })
  }
  return [...faults, ...gapFaults(dated, timeZone), ...bookedTwice(dated, pack)]
}

const holidaysOf = ({ schoolHolidays }: Pack) =>
  (schoolHolidays?.rows ?? []).map(row => ({ firstOn: row.first, lastOn: row.last, kind: row.kind }))

const ruleFaults = (row: DatesRow): Fault[] => {
  const wanted = ruleColumns[row.rule]
  const isFilled = (column: RuleColumn) => (column === 'dates' ? row.dates.length > 0 : row[column] !== null)
  return ruleColumnNames.flatMap(column => {
    if (wanted.needs.includes(column) && !isFilled(column)) {
      return [row.fault(column, 'missing-for-rule', { name: column, rule: row.rule })]
    }
    if (wanted.refuses.includes(column) && isFilled(column)) {
      return [row.fault(column, 'not-for-rule', { name: column, rule: row.rule })]
    }
    return []
  })
}

const ruleColumnNames = ['weekday', 'nth', 'first', 'dates'] as const
type RuleColumn = (typeof ruleColumnNames)[number]

const ruleColumns: Record<
  DatesRow['rule'],
  { needs: readonly RuleColumn[]; refuses: readonly RuleColumn[] }
> = {
  weekly: { needs: ['weekday', 'first'], refuses: ['nth', 'dates'] },
  fortnightly: { needs: ['weekday', 'first'], refuses: ['nth', 'dates'] },
  monthly: { needs: ['weekday', 'nth', 'first'], refuses: ['dates'] },
  dates: { needs: ['dates'], refuses: ['weekday', 'nth'] },
}

const orderFaults = (row: DatesRow): Fault[] => [
  ...(row.ends && Temporal.PlainTime.compare(row.ends, row.starts) <= 0
    ? [row.fault('ends', 'end-before-start')]
    : []),
  ...(row.first && row.last && Temporal.PlainDate.compare(row.last, row.first) < 0
    ? [row.fault('last', 'end-before-start')]
    : []),
]

/** Only a series whose time is one that some night leaves out is asked for its days. */
const gapFaults = (dated: readonly Dated[], timeZone: string): Fault[] => {
  const gaps = gapsOf(timeZone)
  const known = new Map<string, ClockGap[]>()
  const gapsAround = (time: Temporal.PlainTime) => {
    const around = known.get(time.toString()) ?? gaps.filter(gap => gap.swallows(time))
    known.set(time.toString(), around)
    return around
  }
  return dated.flatMap(({ row, series, days }) => {
    const atRisk = (['starts', 'ends'] as const).flatMap(column => {
      const time = series[column]
      return time ? gapsAround(time).map(gap => ({ column, gap, time })) : []
    })
    if (atRisk.length === 0) return []
    const held = new Set(days().map(String))
    const hit = atRisk.find(({ gap }) => held.has(gap.day.toString()))
    if (!hit) return []
    const time = hit.time.toString({ smallestUnit: 'minute' })
    return [row.fault(hit.column, 'time-in-gap', { date: hit.gap.day.toString(), time })]
  })
}

const once = <Value>(compute: () => Value) => {
  let kept: { value: Value } | undefined
  return () => {
    kept ??= { value: compute() }
    return kept.value
  }
}
