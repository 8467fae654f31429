import type { AnsweredOffer } from '../planning/index.ts'
import type { Rows } from '../platform/spreadsheet/sheet.ts'
import { slugColumn } from './columns.ts'
import type { CellFault } from './headings.ts'

/** The rows that speak of one offer; the first says what it is, each says a time. */
export type Group = { offer: AnsweredOffer | undefined; lines: { row: number; cells: string[] }[] }

/** A row with another name or id begins another offer; one with neither belongs to the offer above it. */
export const groupRows = (
  rows: Rows,
  places: ReadonlyMap<string, number>,
  offers: readonly AnsweredOffer[],
): { groups: Group[]; faults: CellFault[] } => {
  const bySlug = new Map(offers.map(offer => [offer.slug, offer]))
  const groups = new Map<string, Group>()
  const faults: CellFault[] = []
  let above: string | undefined
  for (const [row, cells] of rows.entries()) {
    if (row === 0 || cells.every(cell => cell.trim() === '')) continue
    const said = (key: string) => (cells[places.get(key) ?? -1] ?? '').trim()
    const [slug, title] = [said(slugColumn.key), said('title_de')]
    const offer = bySlug.get(slug)
    if (slug && !offer) {
      faults.push({ row, column: places.get(slugColumn.key) ?? null, code: 'unknown-slug' })
      above = undefined
      continue
    }
    const name = slug ? `slug ${slug}` : title ? `title ${title}` : above
    if (name === undefined) {
      faults.push({ row, column: null, code: 'no-offer' })
      continue
    }
    const group = groups.get(name) ?? { offer, lines: [] }
    group.lines.push({ row, cells })
    groups.set(name, group)
    above = name
  }
  return { groups: [...groups.values()], faults }
}
