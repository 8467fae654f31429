import { choiceQuery } from './choice.ts'
import type { Choice } from './read-figures.ts'

/** The addresses of the figures; what one looks at stands in them. */
export const paths = {
  figures: (language: string, choice?: Choice) =>
    `/${language}/staff/figures${choice ? `?${choiceQuery(choice)}` : ''}`,
  /** The picture of the same numbers, narrow for a phone. */
  chart: (language: string, choice: Choice, size: 'wide' | 'narrow') =>
    `/${language}/staff/figures/chart.svg?${choiceQuery(choice)}&size=${size}`,
}
