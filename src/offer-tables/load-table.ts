import { randomUUIDv7 } from 'node:crypto'
import * as v from 'valibot'
import type { CentreRef, Context } from '../identity/index.ts'
import { listAnswered, planSeveral } from '../planning/index.ts'
import { readCsv } from '../platform/spreadsheet/csv.ts'
import type { ReadSheet } from '../platform/spreadsheet/sheet.ts'
import { readXlsx } from '../platform/spreadsheet/xlsx.ts'
import type { Wording } from '../platform/wording/wording.ts'
import type { CellFault } from './headings.ts'
import { readTable, type Wanted } from './read-table.ts'

/** A table that was looked at: what it says, and what the offers were like then. Goes along in the form. */
const checkedShape = v.object({
  rows: v.pipe(v.array(v.pipe(v.array(v.string()), v.maxLength(200))), v.maxLength(2_000)),
  newIds: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(2_000)),
  based: v.record(v.string(), v.string()),
})
export type CheckedTable = v.InferOutput<typeof checkedShape>

/** As much as a form may carry, with room for the rest of it. */
const longestTable = 200_000

export type Checked =
  | { outcome: 'unreadable' | 'too-large' }
  | { outcome: 'faulty'; faults: CellFault[]; sheet: ReadSheet }
  | { outcome: 'sound'; wanted: Wanted[]; table: CheckedTable }

/** A file as it was uploaded: a spreadsheet begins with PK, everything else is text. */
export const readUpload = async (bytes: Uint8Array): Promise<ReadSheet | undefined> =>
  bytes[0] === 0x50 && bytes[1] === 0x4b ? readXlsx(bytes) : readCsv(bytes)

/** Says what a table would change at a centre, or all that is wrong with it. Changes nothing. */
export const checkTable = async (
  context: Context,
  centre: CentreRef,
  sheet: ReadSheet | undefined,
  wording: Wording,
): Promise<Checked> => {
  if (!sheet) return { outcome: 'unreadable' }
  const offers = await listAnswered(context, centre)
  const newIds: string[] = []
  const newId = (index: number) => {
    newIds[index] ??= randomUUIDv7()
    return newIds[index]
  }
  const { faults, wanted } = readTable(sheet, { offers, languages: context.city.languages, wording, newId })
  if (faults.length > 0) return { outcome: 'faulty', faults, sheet }
  const based = Object.fromEntries(offers.map(({ id, basedOn }) => [id, basedOn]))
  const table = { rows: sheet.rows, newIds, based }
  if (JSON.stringify(table).length > longestTable) return { outcome: 'too-large' }
  return { outcome: 'sound', wanted: wanted.filter(hasEffect), table }
}

export type Applied =
  | { outcome: 'applied'; added: number; changed: number }
  | { outcome: 'faulty'; faults: CellFault[]; sheet: ReadSheet }

/** Does what the table wants, all or nothing; whoever changed an offer meanwhile is not overwritten. */
export const applyTable = async (
  context: Context,
  centre: CentreRef,
  { rows, newIds, based }: CheckedTable,
  wording: Wording,
): Promise<Applied> => {
  const sheet = { rows, formulas: [] }
  const offers = (await listAnswered(context, centre)).map(offer => ({
    ...offer,
    basedOn: based[offer.id] ?? offer.basedOn,
  }))
  const newId = (index: number) => newIds[index] ?? randomUUIDv7()
  const { faults, wanted } = readTable(sheet, { offers, languages: context.city.languages, wording, newId })
  if (faults.length > 0) return { outcome: 'faulty', faults, sheet }
  const effective = wanted.filter(hasEffect)
  const result = await planSeveral(
    context,
    centre,
    effective.map(({ wish }) => wish),
  )
  if (result.outcome === 'planned')
    return { outcome: 'applied', added: result.added, changed: result.changed }
  const { refusal, offerId } = result
  const row = effective.find(({ wish }) => wish.offerId === offerId)?.row ?? 0
  const fault: CellFault =
    refusal.reason === 'held-by-registrations'
      ? { row, column: null, code: 'problem', problem: refusal.reason, field: refusal.fields[0] ?? '' }
      : refusal.reason === 'care-undecided'
        ? { row, column: null, code: 'problem', problem: refusal.reason, field: 'isWithoutParents' }
        : { row, column: null, code: refusal.reason }
  return { outcome: 'faulty', faults: [fault], sheet }
}

/** What the form of the check page brought back; undefined when somebody else made it up. */
export const readChecked = (text: string): CheckedTable | undefined => {
  try {
    const read = v.safeParse(checkedShape, JSON.parse(text))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

const hasEffect = ({ wish, differences }: Wanted) => wish.isNew || differences.length > 0
