import { choiceQuery } from './choice.ts'
import type { ChartSize } from './figures-chart.ts'
import type { Choice } from './read-figures.ts'

/** The addresses of the figures; what one looks at stands in them. */
export const paths = {
  figures: (language: string, choice?: Choice) =>
    `/${language}/staff/figures${choice ? `?${choiceQuery(choice)}` : ''}`,
  /** The picture of the same numbers. */
  chart: (language: string, choice: Choice, size: ChartSize) =>
    `/${language}/staff/figures/chart.svg?${choiceQuery(choice)}&size=${size}`,
}
