import type { FormValues } from '../platform/web/form.ts'
import { staffLanguages, staffWordingFor, type Wording } from '../platform/wording/wording.ts'

/** What a cell says that nobody can understand; `words` are those that could stand there. */
export class Unfit {
  readonly words: readonly string[]
  constructor(words: readonly string[]) {
    this.words = words
  }
}

/** How the values of a field stand in a cell, and how a cell is read. */
export type CellKind = {
  show: (values: FormValues, wording: Wording) => string
  read: (cell: string, wording: Wording) => FormValues | Unfit
  /** The words to choose from, where it is a choice of one. */
  words?: (wording: Wording) => string[]
}

/** What stands in the field, as it stands there. */
export const plain = (field: string, tidy: (cell: string) => string = cell => cell): CellKind => ({
  show: values => single(values[field]),
  read: cell => ({ [field]: tidy(cell) }),
})

/** Several, with commas between them. */
export const listed = (field: string, tidy: (part: string) => string): CellKind => ({
  show: values => [values[field] ?? []].flat().join(', '),
  read: cell => ({ [field]: partsOf(cell).map(tidy) }),
})

type Words<Choice extends string> = (choice: Choice, wording: Wording) => string

/** One of several words; the code behind it and the words of other languages are understood, too. */
export const chosen = <Choice extends string>(
  field: string,
  choices: readonly Choice[],
  words: Words<Choice>,
  names = namesOf(choices, words),
): CellKind => ({
  show: (values, wording) => {
    const choice = choices.find(choice => choice === single(values[field]))
    return choice === undefined ? '' : words(choice, wording)
  },
  read: (cell, wording) => {
    const choice = cell === '' ? '' : meant(cell, names())
    return choice === undefined ? new Unfit(choices.map(each => words(each, wording))) : { [field]: choice }
  },
  words: wording => choices.map(choice => words(choice, wording)),
})

/** Any of several words, with commas between them. */
export const severalOf = <Choice extends string>(
  field: string,
  choices: readonly Choice[],
  words: Words<Choice>,
  names = namesOf(choices, words),
): CellKind => ({
  show: (values, wording) =>
    [values[field] ?? []]
      .flat()
      .map(value => {
        const choice = choices.find(choice => choice === value)
        return choice === undefined ? value : words(choice, wording)
      })
      .join(', '),
  read: (cell, wording) => {
    const found = partsOf(cell).map(part => meant(part, names()))
    if (found.includes(undefined)) return new Unfit(choices.map(each => words(each, wording)))
    return { [field]: found.filter(each => each !== undefined) }
  },
})

/** Yes or no. */
export const ticked = (field: string): CellKind => ({
  ...{ show: ({ [field]: value }, { t }) => t(value === 'yes' ? 'offerTables.yes' : 'offerTables.no') },
  read: (cell, { t }) => {
    const answer = cell === '' ? 'no' : meant(cell, yesAndNo())
    if (answer === undefined) return new Unfit([t('offerTables.yes'), t('offerTables.no')])
    return { [field]: answer }
  },
  words: ({ t }) => [t('offerTables.yes'), t('offerTables.no')],
})

/** An age in years, or in months: `3`, `18 Monate`. */
export const age = (field: string): CellKind => ({
  show: (values, { t }) => {
    const number = single(values[field])
    const isMonths = single(values[`${field}Unit`]) === 'months'
    return number && isMonths ? t('offerTables.months', { number }) : number
  },
  read: cell => {
    const [, number = cell, unit = ''] = /^(\d+)\s*(\p{L}.*)?$/u.exec(cell) ?? []
    return { [field]: number, [`${field}Unit`]: /^[mش]/i.test(unit) ? 'months' : 'years' }
  },
})

/** `23.11.2026` as 2026-11-23; whatever else stands there is for the form to judge. */
export const tidyDay = (cell: string) => {
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(cell) ?? []
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell
}

/** `9:30`, `9.30 Uhr` or `09:30:00` as 09:30. */
export const tidyTime = (cell: string) => {
  const [, hour, minute] = /^(\d{1,2})[:.](\d{2})(?::00)?(?:\s*Uhr)?$/i.exec(cell) ?? []
  return hour && minute ? `${hour.padStart(2, '0')}:${minute}` : cell
}

/** Spreadsheets turn 2,50 into 2.5. */
export const tidyPrice = (cell: string) => (/^\d+\.\d$/.test(cell) ? `${cell.replace('.', ',')}0` : cell)

export const single = (value: string | string[] | undefined) => [value ?? ''].flat()[0] ?? ''

/** Compared without capitals, and without the spaces nobody sees. */
export const folded = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Lines as well as commas: a cell can have both. What is said twice is said. */
const partsOf = (cell: string) => [
  ...new Set(
    cell
      .split(/[,;\n،]/)
      .map(part => part.trim())
      .filter(Boolean),
  ),
]

type Named<Choice> = { choice: Choice; names: string[] }

/** How each choice may be written: its code, and its word in every language. Found out once, for a table has many cells. */
function namesOf<Choice extends string>(choices: readonly Choice[], words: Words<Choice>) {
  let known: Named<Choice>[] | undefined
  return () => {
    known ??= choices.map(choice => ({
      choice,
      names: [choice, ...everyWording().map(each => folded(words(choice, each)))],
    }))
    return known
  }
}

const yesOrNo = (answer: 'yes' | 'no', { t }: Wording) => t(`offerTables.${answer}`)
const yesAndNo = namesOf(['yes', 'no'], yesOrNo)

/** The choice whose code or word this is, in any language, or the only one that begins so. */
const meant = <Choice extends string>(cell: string, choices: readonly Named<Choice>[]) => {
  const typed = folded(cell)
  const exact = choices.find(({ names }) => names.includes(typed))
  if (exact !== undefined || typed.length < 2) return exact?.choice
  const [only, another] = choices.filter(({ names }) => names.some(name => name.startsWith(typed)))
  return another === undefined ? only?.choice : undefined
}

/** The times of a table are words, so the zone makes no difference. */
export const everyWording = () => staffLanguages.map(language => staffWordingFor(language, 'UTC'))
