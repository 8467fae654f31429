import { contrast } from '../platform/design/accents.ts'
import { Unfit } from './faults.ts'

/** How the cells of a column are read: `isNeeded` columns must exist, and their cells must be filled. */
export type Column<Value> = { isNeeded: boolean; read: (cell: string) => Value | Unfit }

export const needed = <Value>(read: (cell: string) => Value | Unfit): Column<Value> => ({
  isNeeded: true,
  read: cell => (cell === '' ? new Unfit('empty-cell') : read(cell)),
})

/** A column that may be missing or have empty cells, which then mean `fallback`. */
export const optional = <Value, Fallback>(
  read: (cell: string) => Value | Unfit,
  fallback: Fallback,
): Column<Value | Fallback> => ({
  isNeeded: false,
  read: cell => (cell === '' ? fallback : read(cell)),
})

export const text = (longest: number) => (cell: string) =>
  cell.length > longest ? new Unfit('too-long', { length: cell.length, longest }) : cell

/** A name that also stands in addresses: small letters, digits, hyphens. */
export const id =
  (longest = 80) =>
  (cell: string) =>
    cell.length <= longest && /^[a-z0-9-]+$/.test(cell)
      ? cell
      : new Unfit('not-an-id', { value: cell, longest })

export const yesOrNo = (cell: string) => {
  const word = cell.toLowerCase()
  if (['yes', 'y', 'ja', 'j'].includes(word)) return true
  return ['no', 'n', 'nein'].includes(word) ? false : new Unfit('not-yes-or-no', { value: cell })
}

export const wholeNumber =
  (least: number, most: number) =>
  (cell: string): number | Unfit => {
    if (!/^-?\d{1,15}$/.test(cell)) return new Unfit('not-a-number', { value: cell })
    return within(Number(cell), least, most)
  }

/** With a point or, as German spreadsheets write it, a comma. */
export const decimal =
  (least: number, most: number) =>
  (cell: string): number | Unfit => {
    if (!/^-?\d{1,12}([.,]\d{1,12})?$/.test(cell)) return new Unfit('not-a-number', { value: cell })
    return within(Number(cell.replace(',', '.')), least, most)
  }

const within = (value: number, least: number, most: number) =>
  value >= least && value <= most ? value : new Unfit('out-of-range', { value, least, most })

export const oneOf =
  <const Word extends string>(...words: Word[]) =>
  (cell: string): Word | Unfit =>
    words.find(word => word === cell) ?? new Unfit('not-one-of', { value: cell, words: words.join(', ') })

/** `2026-11-23`, or `23.11.2026` as a German spreadsheet writes it. */
export const date = (cell: string): Temporal.PlainDate | Unfit => {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell)
  const [, year, month, day] = german ? [cell, german[3], german[2], german[1]] : (isoDate.exec(cell) ?? [])
  if (!year) return new Unfit('not-a-date', { value: cell })
  try {
    return Temporal.PlainDate.from(
      { year: +year, month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return new Unfit('no-such-date', { value: cell })
  }
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/

/** `9:30`, `09:30` or `09:30:00`. */
export const timeOfDay = (cell: string): Temporal.PlainTime | Unfit => {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(cell) ?? []
  if (!hour || +hour > 23 || Number(minute) > 59) return new Unfit('not-a-time', { value: cell })
  return Temporal.PlainTime.from({ hour: +hour, minute: Number(minute) })
}

/** 1 for Monday to 7 for Sunday, in English or German letters. */
export const weekday = (cell: string): number | Unfit => {
  const index = weekdays.findIndex(names => names.includes(cell.toUpperCase()))
  return index < 0 ? new Unfit('not-a-weekday', { value: cell }) : index + 1
}

const weekdays = [['MO'], ['TU', 'DI'], ['WE', 'MI'], ['TH', 'DO'], ['FR'], ['SA'], ['SU', 'SO']]

/** Several values, with commas between them. */
export const listOf =
  <Value>(read: (cell: string) => Value | Unfit) =>
  (cell: string): Value[] | Unfit => {
    const values: Value[] = []
    for (const part of cell.split(',').map(each => each.trim())) {
      const value = part === '' ? new Unfit('empty-cell') : read(part)
      if (value instanceof Unfit) return value
      values.push(value)
    }
    return values
  }

export const language = (cell: string) =>
  /^[a-z]{2,3}(-[a-zA-Z]{2,8})*$/.test(cell) ? cell : new Unfit('not-a-language', { value: cell })

export const email = (cell: string) =>
  cell.length <= 254 && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(cell)
    ? cell
    : new Unfit('not-an-email', { value: cell })

export const webAddress = (cell: string) =>
  URL.canParse(cell) && /^https?:/.test(cell) ? cell : new Unfit('not-an-address', { value: cell })

/** `#rrggbb`, dark enough to be read on white (4.5 : 1, WCAG 1.4.3). */
export const colour = (cell: string) => {
  if (!/^#[0-9a-f]{6}$/i.test(cell)) return new Unfit('not-a-colour', { value: cell })
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => Number.parseInt(cell.slice(at, at + 2), 16))
  const ratio = contrast([red, green, blue], [255, 255, 255])
  return ratio < 4.5 ? new Unfit('weak-colour', { value: cell, ratio: ratio.toFixed(1) }) : cell.toLowerCase()
}

/** A phone number may begin with a plus, a temperature with a minus; a formula has a function, a pipe or an equals sign. */
export const isFormula = (cell: string) =>
  /^=|^[+\-@][A-Za-z_][\w.]*[(|]|^[+\-@].*\|.*!|^#(REF|NAME|VALUE|DIV\/0|N\/A|NULL|NUM)[!?]?$/.test(cell)
