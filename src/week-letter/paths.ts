import { paths as centrePaths } from '../centres/index.ts'

/** The addresses of the week letter. */
export const paths = {
  subscribe: centrePaths.weekLetter,
  own: (language: string, link: string) => `/${language}/week-letter/${link}`,
  confirm: (language: string, link: string) => `/${language}/week-letter/${link}/confirm`,
  stop: (language: string, link: string) => `/${language}/week-letter/${link}/stop`,
  staff: (language: string) => `/${language}/staff/week-letter`,
}
