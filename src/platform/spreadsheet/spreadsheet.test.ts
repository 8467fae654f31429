import readWithAnother from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'
import { columnName } from './sheet.ts'
import { readXlsx, writeXlsx } from './xlsx.ts'

const rows = [
  ['Name', 'Beginn', 'Preis'],
  ['Väter & "Kinder"; alle, zusammen', '09:30', '=1+1'],
  ['مقهى\nالأمهات', '', '-5'],
]

test('what is written as XLSX is read again, also by a program that we did not write', async () => {
  const bytes = await writeXlsx({
    ...{ name: 'Programm', rows, widths: [20, 10, 10] },
    choices: [{ column: 1, words: ['09:30', '10:00'] }],
  })
  expect(await readXlsx(bytes)).toEqual({ rows, formulas: [] })
  const [sheet] = await readWithAnother(Buffer.from(bytes))
  expect(sheet?.data).toEqual(rows.map(row => row.map(cell => cell || null)))
})

test('what is written as CSV is read again; a spreadsheet finds no formula in it', () => {
  const text = writeCsv(rows)
  expect(text).toContain(";'=1+1\r\n")
  expect(text).toContain(";'-5\r\n")
  expect(readCsv(Buffer.from(text))).toEqual({ rows, formulas: [] })
})

test.each([
  ['commas', 'a,b\n1,2\n'],
  ['tabs', 'a\tb\n1\t2\n'],
  ['semicolons, old line ends', 'a;b\r\n1;2\r\n'],
])('CSV with %s is read', (_, text) => {
  expect(readCsv(Buffer.from(text))?.rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('umlauts of an older spreadsheet are read', () => {
  expect(readCsv(Buffer.from('Tür;Öl\n', 'latin1'))?.rows).toEqual([['Tür', 'Öl']])
})

test('a formula is told, not taken', () => {
  expect(readCsv(Buffer.from('a;b\n1;=A1\n'))?.formulas).toEqual([{ row: 1, column: 1 }])
})

test('what is no table is none, and a broken quote neither', async () => {
  expect(await readXlsx(Buffer.from('PK\u0003\u0004 no'))).toBeUndefined()
  expect(readCsv(Buffer.from('a;"b'))).toBeUndefined()
  expect(readCsv(Buffer.from('a\0b'))).toBeUndefined()
})

test('a small file that says very much is refused before anybody carries it', async () => {
  const long = Array.from({ length: 20 }, () => Array.from({ length: 50 }, () => 'a'.repeat(30_000)))
  const bytes = await writeXlsx({ name: 'x', rows: long, widths: [], choices: [] })
  expect(bytes.byteLength).toBeLessThan(100_000)
  expect(await readXlsx(bytes)).toBeUndefined()
  const one = await writeXlsx({ name: 'x', rows: [['a'.repeat(30_000)]], widths: [], choices: [] })
  expect((await readXlsx(one))?.rows[0]?.[0]).toHaveLength(30_000)
})

test('more lines than a programme has are refused, also as CSV', () => {
  expect(readCsv(Buffer.from('a\n'.repeat(2_000)))?.rows).toHaveLength(2_000)
  expect(readCsv(Buffer.from('a\n'.repeat(2_001)))).toBeUndefined()
})

test('columns are named as spreadsheets name them', () => {
  expect([0, 6, 25, 26, 51, 52].map(columnName)).toEqual(['A', 'G', 'Z', 'AA', 'AZ', 'BA'])
})
