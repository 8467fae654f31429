import { createHash } from 'node:crypto'
import { accentStyles } from '../platform/design/index.ts'
import type { Centre } from './centre.ts'

type Coloured = Pick<Centre, 'slug' | 'colour'>

/** The stylesheet with the colour of every centre, and the mark of its content for its address. */
export const accentSheet = (centres: readonly Coloured[]) => {
  const styles = accentStyles(
    centres
      .map(({ slug, colour }) => ({ slug, colour }))
      .sort((one, other) => one.slug.localeCompare(other.slug)),
  )
  return { styles, mark: createHash('sha256').update(styles).digest('base64url').slice(0, 10) }
}
