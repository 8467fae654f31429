import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'
import type { offers, RowOf } from './tables.ts'

type OfferRow = RowOf<typeof offers>

/** What an offer says about age, price and places must go together. */
export const checkOffers = ({ offers, dates }: Pack): Fault[] => {
  return (offers?.rows ?? []).flatMap(row => [
    ...checkAges(row),
    ...checkPrice(row),
    ...checkPlaces(row),
    ...(dates && !dates.ids.has(row.id) ? [row.fault('id', 'no-dates', { value: row.id })] : []),
  ])
}

const checkAges = (row: OfferRow) =>
  row.age_from !== null && row.age_until !== null && row.age_until <= row.age_from
    ? [row.fault('age_until', 'ages-reversed', { from: row.age_from, until: row.age_until })]
    : []

const checkPrice = (row: OfferRow) =>
  row.price_cents > 0 && row.price_per === null ? [row.fault('price_per', 'price-without-per')] : []

const checkPlaces = (row: OfferRow) => {
  if (row.registration === 'required') {
    if (row.counts === null) return [row.fault('counts', 'places-without-counts')]
    return row.places === null ? [row.fault('places', 'places-without-counts')] : []
  }
  const column = (['places', 'baby_places', 'counts'] as const).find(name => row[name] !== null)
  return column ? [row.fault(column, 'places-without-registration')] : []
}
