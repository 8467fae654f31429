/** Bars lying on their side, stacked: one for each category, one part of it for each series. Knows no domain. */
export type BarChart = {
  /** As people of this language write numbers. */
  language: string
  direction: 'ltr' | 'rtl'
  /** In pixels; the height follows from the number of bars. */
  width: number
  categories: readonly string[]
  series: readonly { name: string; values: readonly number[] }[]
}
