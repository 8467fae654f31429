import type { InferOutput } from 'valibot'
import type * as shapes from './shapes.ts'

type Offer = InferOutput<typeof shapes.Offer>

/**
 * Offers as rows under a heading, with the names that the API gives them. Free places change by the minute and are
 * asked for there.
 */
export const tableOfOffers = (offers: readonly Offer[]): string[][] => [
  columns.map(([name]) => name),
  ...offers.map(offer => columns.map(([, cell]) => said(cell(offer)))),
]

type Cell = string | number | boolean | null | undefined | readonly string[]

const columns: readonly (readonly [string, (offer: Offer) => Cell])[] = [
  ['id', ({ id }) => id],
  ['url', ({ url }) => url],
  ['title', ({ title }) => title],
  ['summary', ({ summary }) => summary],
  ['description', ({ description }) => description],
  ['language', ({ language }) => language],
  ['kind', ({ kind }) => kind],
  ['format', ({ format }) => format],
  ['way', ({ way }) => way],
  ['topics', ({ topics }) => topics],
  ['languages', ({ languages }) => languages],
  ['audience', ({ audience }) => audience],
  ['ages.fromMonths', ({ ages }) => ages.fromMonths],
  ['ages.untilMonths', ({ ages }) => ages.untilMonths],
  ['isFromPregnancy', ({ isFromPregnancy }) => isFromPregnancy],
  ['price.cents', ({ price }) => price.cents],
  ['price.per', ({ price }) => price.per],
  ['registration', ({ registration }) => registration],
  ['place', ({ place }) => place],
  ['easyToCome', ({ easyToCome }) => easyToCome],
  ['isStepFree', ({ isStepFree }) => isStepFree],
  ['centre.id', ({ centre }) => centre.id],
  ['centre.name', ({ centre }) => centre.name],
  ['provider', ({ provider }) => provider],
  ['next.startsAt', ({ next }) => next?.startsAt],
  ['updatedAt', ({ updatedAt }) => updatedAt],
]

/** What may be several things is one cell, with a comma between. */
const said = (cell: Cell) => (Array.isArray(cell) ? cell.join(',') : String(cell ?? ''))
