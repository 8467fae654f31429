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

/** What was read, and where formulas stood, whose results nobody typed. Rows and columns begin with 0. */
export type ReadSheet = { rows: Rows; formulas: { row: number; column: number }[] }

/** The letters of a column as a spreadsheet writes them: A, B … Z, AA. */
export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
