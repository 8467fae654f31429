import { accentSheet } from './accent-sheet.ts'
import type { Centre } from './centre.ts'

/** The addresses of centres, districts and what the city says about itself. */
export const paths = {
  centres: (language: string, district?: string) =>
    `/${language}/centres${district ? `?district=${district}` : ''}`,
  centre: (language: string, slug: string) => `/${language}/centres/${slug}`,
  districts: (language: string) => `/${language}/districts`,
  /** Changes with the colours, so browsers may keep it for ever. */
  accents: (language: string, centres: readonly Pick<Centre, 'slug' | 'colour'>[]) =>
    `/${language}/centres/accents.css?v=${accentSheet(centres).mark}`,
}
