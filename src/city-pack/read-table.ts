import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import * as v from 'valibot'
import { type Column, isFormula } from './cells.ts'
import { type About, type Fault, type FaultCode, Unfit } from './faults.ts'
import { nearest } from './nearest.ts'
import { faultIn } from './read-file.ts'

export type Columns = Record<string, Column<unknown>>
type Values<Given extends Columns> = {
  [Name in keyof Given]: Given[Name] extends Column<infer Value> ? Value : never
}

/** What a table looks like; `localised` columns exist once per language of the city, as `title_de`. */
export type TableShape<Given extends Columns, Localised extends string> = {
  file: string
  columns: Given
  localised?: Partial<Record<Localised, Column<string>>>
  /** The localised columns that the first language must have. */
  neededFirst?: NoInfer<Localised>
  /** The column by which other files know the rows, and whether each value may stand there once only. */
  knownBy?: { column: string; isUnique: boolean }
}

export type Row<Given extends Columns = Columns, Localised extends string = string> = Values<Given> & {
  texts: Record<Localised, Record<string, string>>
  /** Where the row begins. */
  line: number
  /** A fault in this row, at one of its columns. */
  fault: (column: string, code: FaultCode, about?: About) => Fault
}
export type Table<Given extends Columns = Columns, Localised extends string = string> = {
  rows: Row<Given, Localised>[]
  /** What the rows are known by, with the line; also of rows with faults: nobody should have to read of them twice. */
  ids: Map<string, number>
}

const readCells = v.array(
  v.object({ record: v.array(v.string()), raw: v.string(), info: v.object({ lines: v.number() }) }),
)
type Cells = v.InferOutput<typeof readCells>[number]

/** Reads a table as a spreadsheet writes it: commas or semicolons, quoted line breaks, columns in any order. */
export const readTable = <Given extends Columns, Localised extends string>(
  source: string,
  shape: TableShape<Given, Localised>,
  languages: readonly string[] | undefined,
  faults: Fault[],
): Table<Given, Localised> => {
  const table: Table<Given, Localised> = { rows: [], ids: new Map() }
  const delimiter = delimiterOf(source)
  const records = recordsOf(source, delimiter, shape.file, faults)
  const [header, ...lines] = records ?? []
  if (!header) return table

  const columns = columnsOf(shape, languages ?? languagesIn(header.record, shape))
  const positions = readHeader(header.record, columns, shape, at(shape.file, header, delimiter), faults)
  const idAt = positions.get(shape.knownBy?.column ?? '')

  for (const cells of lines) {
    const where = at(shape.file, cells, delimiter)
    if (cells.record.length > header.record.length) faults.push(where(header.record.length, 'too-many-cells'))
    const id = idAt === undefined ? undefined : cells.record[idAt]?.trim()
    if (id) {
      const first = table.ids.get(id)
      if (first !== undefined && shape.knownBy?.isUnique && idAt !== undefined) {
        faults.push(where(idAt, 'duplicate-id', { value: id, line: first }))
        continue
      }
      table.ids.set(id, first ?? lineOf(cells))
    }
    const row = readRow(cells, columns, positions, where, faults)
    if (row) table.rows.push(row as Row<Given, Localised>)
  }
  return table
}

const delimiterOf = (source: string) => {
  const header = source.slice(0, source.indexOf('\n') >>> 0)
  const count = (mark: string) => header.split(mark).length
  return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

const recordsOf = (source: string, delimiter: string, file: string, faults: Fault[]): Cells[] | undefined => {
  try {
    const options = {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    } as const
    const records = v.parse(readCells, parse(source, options))
    // A spreadsheet likes to end with rows of nothing but semicolons.
    return records.filter(({ record }) => record.some(cell => cell.trim() !== ''))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    faults.push({ ...faultIn(file, 'broken-quotes'), line })
    return undefined
  }
}

type ShapeColumn = Column<unknown> & { localised?: { name: string; language: string } }

const columnsOf = (
  shape: TableShape<Columns, string>,
  languages: readonly string[],
): Map<string, ShapeColumn> => {
  const columns = new Map<string, ShapeColumn>(Object.entries(shape.columns))
  for (const [name, column] of Object.entries(shape.localised ?? {})) {
    if (!column) continue
    languages.forEach((language, index) => {
      const isNeeded = name === shape.neededFirst && index === 0
      const read = (cell: string) => (isNeeded && cell === '' ? new Unfit('empty-cell') : column.read(cell))
      columns.set(`${name}_${language}`, { isNeeded, read, localised: { name, language } })
    })
  }
  return columns
}

const readHeader = (
  names: string[],
  columns: Map<string, ShapeColumn>,
  shape: TableShape<Columns, string>,
  where: Where,
  faults: Fault[],
): Map<string, number> => {
  const positions = new Map<string, number>()
  for (const [index, written] of names.entries()) {
    const name = written.trim().toLowerCase()
    if (positions.has(name)) faults.push(where(index, 'repeated-column', { name }))
    else if (columns.has(name)) positions.set(name, index)
    else if (isOtherLanguage(name, shape)) faults.push(where(index, 'other-language', { name }))
    else
      faults.push(
        where(index, 'unknown-column', { name: written, ...suggestion(name, missing(columns, names)) }),
      )
  }
  for (const [name, column] of columns) {
    if (column.isNeeded && !positions.has(name)) faults.push(where(0, 'missing-column', { name }))
  }
  return positions
}

/** A text that is ready before the city offers its language. */
const isOtherLanguage = (name: string, shape: TableShape<Columns, string>) =>
  languagesIn([name], shape).length > 0

/** The languages of the columns; all that is known where city.json could not be read. */
const languagesIn = (names: string[], { localised = {} }: TableShape<Columns, string>) => {
  const found = names.flatMap(name => {
    const [, text = '', language] = /^(.+)_([a-z]{2}(?:-[a-z]+)?)$/.exec(name.trim()) ?? []
    return language !== undefined && Object.hasOwn(localised, text) ? [language] : []
  })
  return [...new Set(found)]
}

const missing = (columns: Map<string, ShapeColumn>, names: string[]) =>
  [...columns.keys()].filter(name => !names.includes(name))

export const suggestion = (word: string, known: Iterable<string>): About => {
  const meant = nearest(word, known)
  return meant ? { context: 'near', meant } : {}
}

const readRow = (
  cells: Cells,
  columns: Map<string, ShapeColumn>,
  positions: Map<string, number>,
  where: Where,
  faults: Fault[],
) => {
  const { record } = cells
  const values: Record<string, unknown> = {}
  const texts: Record<string, Record<string, string>> = {}
  let isSound = true
  for (const [name, column] of columns) {
    const position = positions.get(name)
    const cell = (position === undefined ? '' : (record[position] ?? '')).trim()
    const value = isFormula(cell) ? new Unfit('formula', { value: cell.slice(0, 40) }) : column.read(cell)
    if (value instanceof Unfit) {
      if (position !== undefined) faults.push(where(position, value.code, { name, ...value.about }))
      isSound = false
    } else if (column.localised) {
      texts[column.localised.name] = {
        ...texts[column.localised.name],
        [column.localised.language]: String(value),
      }
    } else values[name] = value
  }
  if (!isSound) return undefined
  const fault = (column: string, code: FaultCode, about: About = {}) =>
    where(positions.get(column) ?? 0, code, { name: column, ...about })
  return { ...values, texts, line: lineOf(cells), fault }
}

type Where = (column: number, code: FaultCode, about?: About) => Fault

/** Positions are looked for only when there is a fault to tell. */
const at =
  (file: string, cells: Cells, delimiter: string): Where =>
  (column, code, about = {}) => {
    const raw = rawOf(cells)
    const before = raw.slice(0, startOfCell(raw, delimiter, column))
    const breaks = before.split('\n').length - 1
    return {
      file,
      line: lineOf(cells) + breaks,
      column: before.length - before.lastIndexOf('\n'),
      code,
      about,
    }
  }

const rawOf = (cells: Cells) => cells.raw.replace(/^\n+/, '').replace(/\n$/, '')

const lineOf = (cells: Cells) => cells.info.lines - (rawOf(cells).split('\n').length - 1)

const startOfCell = (raw: string, delimiter: string, column: number) => {
  let isQuoted = false
  let cell = 0
  for (let offset = 0; offset < raw.length; offset++) {
    if (cell === column) return offset
    if (raw[offset] === '"') isQuoted = !isQuoted
    else if (raw[offset] === delimiter && !isQuoted) cell++
  }
  return raw.length
}
