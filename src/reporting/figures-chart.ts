import type { BarChart } from '../platform/charts/chart.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { addUpBy, type Cell, childrenIn, type Format, type Sums } from './figures.ts'

export type CentreName = { id: string; name: string }
/** Widths in pixels: for a page, for a card beside others, and for a phone. */
export const chartWidths = { page: 760, card: 520, phone: 340 }
export type ChartSize = keyof typeof chartWidths
export const isChartSize = (text: string): text is ChartSize => text in chartWidths

export type Group = { name: string; sums: Sums }

/** Centres side by side where there are several, or else the formats of the one. */
export const groupsOf = (cells: readonly Cell[], centres: readonly CentreName[], { t }: Wording): Group[] => {
  const byCentre = byName(cells, centres)
  return byCentre.length > 1 ? byCentre : byFormat(cells, t)
}

/** Centres by name in the order of the city's list. */
export const byName = (cells: readonly Cell[], centres: readonly CentreName[]): Group[] => {
  const sums = new Map(addUpBy(cells, 'centreId').map(({ of, sums }) => [of, sums]))
  return centres.flatMap(({ id, name }) => {
    const own = sums.get(id)
    return own ? [{ name, sums: own }] : []
  })
}

export const byFormat = (cells: readonly Cell[], t: Wording['t']): Group[] =>
  addUpBy(cells, 'format').map(({ of, sums }) => ({ name: formatName(of, t), sums }))

export const formatName = (format: Format, t: Wording['t']) => t(`programme.format.${format}`)

/** The chart of the visits: the same numbers as the table beside it. */
export const chartOf = (
  groups: readonly Group[],
  { language, direction, t }: Wording,
  size: ChartSize,
): BarChart => ({
  ...{ language, direction, width: chartWidths[size] },
  categories: groups.map(({ name }) => name),
  series: [
    { name: t('reporting.adults'), values: groups.map(({ sums }) => sums.adults) },
    { name: t('reporting.children'), values: groups.map(({ sums }) => childrenIn(sums)) },
  ],
})
