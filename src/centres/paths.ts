import { accentSheet } from './accent-sheet.ts'
import type { Centre } from './centre.ts'

/** The addresses of centres, districts and what the city says about itself. */
export const paths = {
  centres: (language: string, district?: string) =>
    `/${language}/centres${district ? `?district=${district}` : ''}`,
  centre: (language: string, slug: string) => `/${language}/centres/${slug}`,
  /** The programme of a centre for seven days from a day on. */
  week: (language: string, slug: string, from: Temporal.PlainDate) =>
    `/${language}/centres/${slug}?from=${from}#plan`,
  /** Changes with what it shows, so browsers may keep it for ever. */
  mapImage: (language: string, mark: string, district?: string) =>
    `/${language}/map.svg?${new URLSearchParams({ ...(district && { district }), v: mark })}`,
  parts: (language: string) => `/${language}/staff/parts`,
  switchPart: (language: string, centreId: string) => `/${language}/staff/parts/${centreId}`,
  introduction: (language: string) => `/${language}/staff/introduction`,
  takeIntroductionDown: (language: string) => `/${language}/staff/introduction/take-down`,
  showPortrait: (language: string) => `/${language}/staff/introduction/picture`,
  takePortraitDown: (language: string) => `/${language}/staff/introduction/picture/take-down`,
  portrait: (language: string, mark: string) => `/${language}/portraits/${mark}`,
  sayHowToCome: (language: string) => `/${language}/staff/introduction/directions`,
  /** Where the team writes how to get there. */
  directions: (language: string, centreSlug: string) =>
    `/${language}/staff/introduction?${new URLSearchParams({ centre: centreSlug })}#directions`,
  sayWhereToGo: (language: string) => `/${language}/staff/introduction/closed`,
  districts: (language: string) => `/${language}/districts`,
  /** Changes with the colours, so browsers may keep it for ever. */
  accents: (language: string, centres: readonly Pick<Centre, 'slug' | 'colour'>[]) =>
    `/${language}/accents.css?v=${accentSheet(centres).mark}`,
  /** The week of a centre on paper: the current one, or the one a day lies in. */
  weekSheet: (language: string, slug: string, paper: 'a4' | 'a3', day?: Temporal.PlainDate) =>
    `/${language}/centres/${slug}/week-${paper}.pdf${day ? `?from=${day}` : ''}`,
  /** The week of a centre for those who do not read, and the same on paper. */
  pictures: (language: string, slug: string, from?: Temporal.PlainDate) =>
    `/${language}/centres/${slug}/pictures${from ? `?from=${from}` : ''}`,
  pictureSheet: (language: string, slug: string, from?: Temporal.PlainDate) =>
    `/${language}/centres/${slug}/week-pictures.pdf${from ? `?from=${from}` : ''}`,
  booklet: (language: string, slug: string, day?: Temporal.PlainDate) =>
    `/${language}/centres/${slug}/booklet.pdf${day ? `?from=${day}` : ''}`,
  /** A picture of the coming days for a telephone, with words to send along. */
  weekCard: (language: string, slug: string) => `/${language}/centres/${slug}/card`,
  /** Where one asks for the week of a centre by e-mail. */
  weekLetter: (language: string, slug: string) => `/${language}/centres/${slug}/week-letter`,
}
