import { everyWording, folded } from './cells.ts'
import type { Column } from './columns.ts'

/** Something that is wrong with a cell or a row; rows and columns begin with 0, and the headings are row 0. */
export type CellFault = { row: number; column: number | null } & (
  | { code: 'unknown-column' | 'repeated-column' | 'no-columns' | 'unknown-slug' | 'no-offer' | 'formula' }
  | { code: 'not-a-choice'; words: readonly string[] }
  | { code: 'changed-meanwhile' | 'incomplete' }
  /** What the form of an offer would say of a field. */
  | { code: 'problem'; problem: string; field: string }
)

/** Which column stands where: by its heading in any language, or by its key. */
export const readHeadings = (row: readonly string[], columns: readonly Column[]) => {
  const known = new Map<string, Column>()
  for (const column of columns) {
    known.set(column.key.toLowerCase(), column)
    for (const wording of everyWording()) known.set(folded(column.heading(wording)), column)
  }
  const places = new Map<Column['key'], number>()
  const faults: CellFault[] = []
  for (const [index, heading] of row.entries()) {
    if (heading.trim() === '') continue
    const column = known.get(folded(heading))
    if (!column) faults.push({ row: 0, column: index, code: 'unknown-column' })
    else if (places.has(column.key)) faults.push({ row: 0, column: index, code: 'repeated-column' })
    else places.set(column.key, index)
  }
  if (places.size === 0)
    return { places, faults: [{ row: 0, column: null, code: 'no-columns' } as CellFault] }
  return { places, faults }
}
