import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { answerWork } from '../lazy-process-work.ts'
import { columnName, isSmall, mostColumns, mostRows, type ReadSheet, type Sheet } from './sheet.ts'
import type { SheetWork } from './xlsx.ts'

/** The process in which spreadsheets are read and written: what somebody uploads may be made to fill the memory. */
answerWork(
  (work: SheetWork): Promise<Uint8Array | ReadSheet> =>
    'read' in work ? read(work.read) : write(work.write),
)

const read = async (bytes: Uint8Array): Promise<ReadSheet> => {
  const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: mostRows })
  const [sheet] = sheets
  const formulas = [...(sheet?.cells ?? [])].flatMap(([place, { formula }]) => {
    const [row = 0, column = 0] = place.split(',').map(Number)
    return formula === undefined ? [] : [{ row, column }]
  })
  const rows = (sheet?.rows ?? []).map(row => row.slice(0, mostColumns).map(textOf))
  if (!isSmall(rows)) throw new Error('The table says more than anybody has written.')
  return { rows, formulas }
}

/** A day has no time, a time stands on the day from which spreadsheets count. */
const textOf = (value: unknown): string => {
  if (!(value instanceof Date)) return value === null || value === undefined ? '' : String(value)
  const [day = '', time = ''] = value.toISOString().split('T')
  return value.getUTCFullYear() < 1901 ? time.slice(0, 5) : day
}

const write = ({ name, rows, widths, choices }: Sheet) =>
  writeXlsx({
    sheets: [
      {
        name,
        rows,
        freezePane: { rows: 1 },
        // As text, so that nothing is taken for a formula or turned into another date.
        columns: widths.map(width => ({ width, numFmt: '@' })),
        dataValidations: choices.map(({ column, words }) => ({
          ...{ type: 'list', values: words, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' },
          range: `${columnName(column)}2:${columnName(column)}${mostRows}`,
        })),
      },
    ],
  })
