import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'
import { suggestion } from './read-table.ts'

/** Every amount belongs to a year, every year to a budget of two years, and no figure is told twice. */
export const checkFunding = (pack: Pack): Fault[] => {
  const years = pack.fiscalYears?.rows ?? []
  const budgets = new Set(years.map(({ budget }) => budget))
  return [
    ...years.flatMap(row =>
      yearsOf(row.budget).includes(row.year)
        ? []
        : [row.fault('budget', 'other-budget', { value: row.budget })],
    ),
    ...(pack.budget?.rows ?? []).flatMap(row =>
      isUnknown(String(row.year), pack.fiscalYears?.ids)
        ? [row.fault('year', 'unknown-year', { value: row.year })]
        : [],
    ),
    ...(pack.decisions?.rows ?? []).flatMap(row =>
      isUnknown(row.budget, budgets)
        ? [row.fault('budget', 'unknown-budget', { value: row.budget, ...suggestion(row.budget, budgets) })]
        : [],
    ),
    ...toldTwice(pack.budget?.rows, 'year', row => `${row.centre} ${row.year}`),
    ...toldTwice(pack.stations?.rows, 'station', row => `${row.decision} ${row.station}`),
    ...toldTwice(pack.votes?.rows, 'group', row => `${row.decision} ${row.group}`),
  ]
}

const yearsOf = (budget: string) => [Number(budget.slice(0, 4)), Number(budget.slice(0, 4)) + 1]

/** A file that cannot be read at all is told once, not again in every row that refers to it. */
const isUnknown = (name: string, known: { size: number; has: (name: string) => boolean } | undefined) =>
  known !== undefined && known.size > 0 && !known.has(name)

const toldTwice = <
  Row extends { fault: (column: string, code: 'duplicate-id', about?: Fault['about']) => Fault },
>(
  rows: readonly Row[] = [],
  column: string,
  keyOf: (row: Row) => string,
) => {
  const first = new Map<string, number>()
  return rows.flatMap(row => {
    const key = keyOf(row)
    const line = first.get(key)
    if (line !== undefined) return [row.fault(column, 'duplicate-id', { value: key, line })]
    first.set(key, row.fault(column, 'duplicate-id').line)
    return []
  })
}
