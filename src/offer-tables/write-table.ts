import { type AnsweredOffer, slotsOf } from '../planning/index.ts'
import type { Sheet } from '../platform/spreadsheet/sheet.ts'
import type { FormValues } from '../platform/web/form.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { type Column, columnsFor } from './columns.ts'

/** Offers as a table: one row for each, and one more for each further time at which it is held. */
export const tableOf = (
  offers: readonly AnsweredOffer[],
  languages: readonly string[],
  wording: Wording,
): Sheet => {
  const columns = columnsFor(languages)
  return {
    name: wording.t('offerTables.sheet'),
    rows: [
      columns.map(({ heading }) => heading(wording)),
      ...offers.flatMap(offer => rowsOf(offer, columns, wording)),
    ],
    widths: columns.map(({ width }) => width),
    choices: columns.flatMap(({ cell }, column) => {
      const words = cell.words?.(wording) ?? []
      // A spreadsheet keeps a list of words in one text of at most 255 letters.
      return words.length > 0 && words.join(',').length <= 250 && !words.some(word => word.includes(','))
        ? [{ column, words }]
        : []
    }),
  }
}

/** The values of a column, for one of the slots of an offer. */
export const valuesFor = ({ of }: Column, offer: AnsweredOffer, slot: FormValues): FormValues => {
  if (of === 'slot') return slot
  return of === 'offer' ? { slug: offer.slug, state: offer.state } : (offer.answers[of] ?? {})
}

const rowsOf = (offer: AnsweredOffer, columns: readonly Column[], wording: Wording) =>
  atLeastOne(slotsOf(offer.answers.when ?? {})).map((slot, index) =>
    columns.map(column => {
      const isSaidAbove = index > 0 && column.of !== 'slot' && column.key !== 'slug'
      return isSaidAbove ? '' : column.cell.show(valuesFor(column, offer, slot), wording)
    }),
  )

/** An offer without a time has a row all the same. */
const atLeastOne = (slots: FormValues[]) => (slots.length > 0 ? slots : [{}])
