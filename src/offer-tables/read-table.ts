import {
  type AnsweredOffer,
  type Answers,
  asSaved,
  blankSlot,
  problemsOf,
  slotsOf,
  type Wish,
  withSlots,
} from '../planning/index.ts'
import type { ReadSheet } from '../platform/spreadsheet/sheet.ts'
import { asTyped, type FormValues } from '../platform/web/form.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { Unfit } from './cells.ts'
import { type Column, columnsFor } from './columns.ts'
import { type Difference, differencesOf } from './differences.ts'
import { type CellFault, readHeadings } from './headings.ts'
import { type Group, groupRows } from './rows.ts'

/** An offer as the table wants it, with what that changes. */
export type Wanted = {
  wish: Wish
  title: string
  slug: string | undefined
  isPublic: boolean
  differences: Difference[]
  /** The line in which it begins. */
  row: number
}

type Given = {
  offers: readonly AnsweredOffer[]
  languages: readonly string[]
  wording: Wording
  /** The ids that new offers get, in their order; the same ones when the same table is read again. */
  newId: (index: number) => string
}

/**
 * What a table wants of the offers of a centre: all that is wrong with it, cell by cell, or what would change. A column
 * that is not there, and an offer that is not there, stay as they are.
 */
export const readTable = (
  sheet: ReadSheet,
  { offers, languages, wording, newId }: Given,
): { faults: CellFault[]; wanted: Wanted[] } => {
  const columns = columnsFor(languages)
  const headings = readHeadings(sheet.rows[0] ?? [], columns)
  const formulas = sheet.formulas.map(({ row, column }): CellFault => ({ row, column, code: 'formula' }))
  const { groups, faults } = groupRows(sheet.rows, headings.places, offers)
  const isReadable = headings.faults.length === 0 && formulas.length === 0
  if (!isReadable) return { faults: [...headings.faults, ...formulas, ...faults], wanted: [] }

  let newOnes = 0
  const read = groups.map(group => {
    const index = group.offer ? newOnes : newOnes++
    return readOffer(group, { columns, places: headings.places, wording, newId: () => newId(index) })
  })
  const wrong = [...faults, ...read.flatMap(({ faults }) => faults)]
  return { faults: wrong.sort(inReadingOrder), wanted: read.flatMap(({ wanted }) => wanted ?? []) }
}

type Reading = {
  columns: readonly Column[]
  places: ReadonlyMap<Column['key'], number>
  wording: Wording
  newId: () => string
}

const readOffer = ({ offer, lines }: Group, { columns, places, wording, newId }: Reading) => {
  const faults: CellFault[] = []
  const valuesIn = (line: Group['lines'][number], of: Column['of']) => {
    const values: FormValues = {}
    for (const column of columns) {
      const place = places.get(column.key)
      if (column.of !== of || place === undefined) continue
      const cell = asTyped(line.cells[place] ?? '').trim()
      const said = column.cell.read(cell, wording)
      if (said instanceof Unfit)
        faults.push({
          ...{ row: line.row, column: place },
          ...(column.field === 'rhythm'
            ? { code: 'problem', problem: 'rhythm-unknown', field: 'rhythm' }
            : { code: 'not-a-choice', words: said.words }),
        })
      else Object.assign(values, said)
    }
    return values
  }
  const [first] = lines
  if (!first) return { faults }
  const before: Answers = offer?.answers ?? {}
  const hasSlots = columns.some(({ of, key }) => of === 'slot' && places.has(key))
  const slots = hasSlots
    ? matched(
        lines.map(line => valuesIn(line, 'slot')),
        slotsOf(before.when ?? {}),
      )
    : slotsOf(before.when ?? {})
  const answers: Answers = {
    what: { ...before.what, ...valuesIn(first, 'what') },
    who: { ...before.who, ...valuesIn(first, 'who') },
    when: withSlots({ ...before.when, ...valuesIn(first, 'when') }, slots),
    places: { ...before.places, ...valuesIn(first, 'places') },
  }
  if (faults.length > 0) return { faults }

  const problems = problemsOf(answers).map(({ field, problem }) => {
    const [, slot, name] = /^slots\.(\d+)\.(\w+)/.exec(field) ?? []
    const bare = name ?? field.replace(/\.\d+$/, '')
    const column = columns.find(each => each.field === bare && (each.of === 'slot') === (name !== undefined))
    const row = slot === undefined ? first.row : (lines[Number(slot)]?.row ?? first.row)
    return {
      row,
      column: places.get(column?.key ?? '') ?? null,
      code: 'problem' as const,
      problem,
      field: bare,
    }
  })
  if (problems.length > 0) return { faults: problems }

  const after = asSaved(answers)
  const wish: Wish = offer
    ? { offerId: offer.id, isNew: false, basedOn: offer.basedOn, answers }
    : { offerId: newId(), isNew: true, answers }
  const wanted: Wanted = {
    ...{ wish, slug: offer?.slug, row: first.row, isPublic: offer?.state === 'published' },
    title: String(after.what?.['texts.de.title'] ?? ''),
    differences: differencesOf(before, after, columns, wording),
  }
  return { faults, wanted }
}

/** A slot that stands there as it is keeps its series, then the others in their order; the rest are new. */
const matched = (wanted: readonly FormValues[], there: readonly FormValues[]): FormValues[] => {
  const left = [...there]
  const take = (fits: (slot: FormValues) => boolean) => left.splice(left.findIndex(fits), 1)[0]
  const same = wanted.map(slot => (left.some(isLike(slot)) ? take(isLike(slot)) : undefined))
  return wanted.map((slot, index) => ({ ...(same[index] ?? left.shift() ?? newSlot), ...slot }))
}

const isLike = (wanted: FormValues) => (slot: FormValues) =>
  Object.entries(wanted).every(([name, value]) => String(slot[name] ?? blankOf(value)) === String(value))

/** A box that is not ticked is not there at all. */
const blankOf = (value: string | string[]) => (value === 'no' ? 'no' : '')

/** The rhythm of a new slot must be said; its days off are as everywhere. */
const newSlot: FormValues = { ...blankSlot, id: '', rhythm: '' }

const inReadingOrder = (one: CellFault, other: CellFault) =>
  one.row - other.row || (one.column ?? 0) - (other.column ?? 0)
