import { parse } from 'csv-parse/sync'
import { isSmall, mostColumns, type ReadSheet, type Rows } from './sheet.ts'

/**
 * A table as CSV: semicolons and a byte order mark, as spreadsheets in Germany open it with one click. What a
 * spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
 */
export const writeCsv = (rows: Rows) =>
  `\ufeff${rows.map(row => row.map(cell => quoted(disarmed(cell))).join(';')).join('\r\n')}\r\n`

/** The same read again, with semicolons, commas or tabs; undefined for what is no table. */
export const readCsv = (bytes: Uint8Array): ReadSheet | undefined => {
  const text = decoded(bytes)
  if (text.includes('\0')) return undefined
  const [head = ''] = text.split('\n', 1)
  const delimiter = [';', '\t', ','].find(sign => head.includes(sign)) ?? ';'
  try {
    const rows: Rows = parse(text, {
      delimiter,
      relax_column_count: true,
      bom: true,
      skip_empty_lines: false,
    })
    if (!isSmall(rows)) return undefined
    const few = rows.map(row => row.slice(0, mostColumns))
    return { rows: few.map(row => row.map(armed)), formulas: formulasIn(few) }
  } catch {
    return undefined
  }
}

const beginsLikeFormula = /^[=+\-@\t\r]/

const disarmed = (cell: string) => (beginsLikeFormula.test(cell) ? `'${cell}` : cell)
const armed = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

const formulasIn = (rows: Rows) =>
  rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell.startsWith('=') ? [{ row, column }] : [])),
  )

const quoted = (cell: string) => (/[";\r\n,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Older spreadsheets write as Windows did before Unicode. */
const decoded = (bytes: Uint8Array) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
