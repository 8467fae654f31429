import { createHash } from 'node:crypto'
import { accentStyles } from '../platform/design/index.ts'
import type { Centre } from './centre.ts'

type Coloured = Pick<Centre, 'slug' | 'colour'>

/** The stylesheet with the colour of every centre, and the mark of its content for its address. */
export const accentSheet = (centres: readonly Coloured[]): AccentSheet => {
  const colours = centres
    .map(({ slug, colour }) => ({ slug, colour }))
    .sort((one, other) => one.slug.localeCompare(other.slug))
  const key = JSON.stringify(colours)
  const sheet = mixed.get(key) ?? mixSheet(colours)
  if (mixed.size >= mostSheets) mixed.clear()
  mixed.set(key, sheet)
  return sheet
}

type AccentSheet = { styles: string; mark: string }

// Every page names the sheet, and mixing its readable colours takes longer than all links of a page.
const mixed = new Map<string, AccentSheet>()
const mostSheets = 1_000

const mixSheet = (colours: Coloured[]): AccentSheet => {
  const styles = accentStyles(colours)
  return { styles, mark: createHash('sha256').update(styles).digest('base64url').slice(0, 10) }
}
