/** The cells of a table as text, row after row; days as 2026-11-23, times as 09:30. */
export type Rows = string[][]

/** A table as a spreadsheet shows it: the first row stays in sight, some columns offer words to choose from. */
export type Sheet = {
  name: string
  rows: Rows
  /** Width of each column in letters. */
  widths: number[]
  /** The words of a column, by its place from 0. */
  choices: { column: number; words: string[] }[]
}

/** More is no programme of a centre, and no form of ours carries more text than that. */
export const mostRows = 2_000
export const mostColumns = 200
const mostText = 300_000

/**
 * Whether a table is as small as one that was meant well. In a spreadsheet many cells may point to one long text, so a
 * file of 20 KB can say 300 MB.
 */
export const isSmall = (rows: Rows) =>
  rows.length <= mostRows &&
  rows.reduce((text, row) => row.reduce((sum, cell) => sum + cell.length, text), 0) <= mostText

/** What was read, and where formulas stood, whose results nobody typed. Rows and columns begin with 0. */
export type ReadSheet = { rows: Rows; formulas: { row: number; column: number }[] }

/** The letters of a column as a spreadsheet writes them: A, B … Z, AA. */
export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
