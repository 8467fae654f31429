import type { Dated } from './check-dates.ts'
import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'

type Booking = Dated & { ends: Temporal.PlainTime }

/**
 * Two offers at the same time in the same place of one centre. Only a warning: two groups may well share
 * a garden.
 */
export const bookedTwice = (dated: readonly Dated[], { offers }: Pack): Fault[] => {
  const places = new Map((offers?.rows ?? []).map(row => [row.id, placeOf(row)]))
  const bookings = dated.flatMap((each): Booking[] => {
    const { ends } = each.series
    return ends && places.get(each.row.offer) ? [{ ...each, ends }] : []
  })
  return [...Map.groupBy(bookings, booking => places.get(booking.row.offer)).values()].flatMap(clashesIn)
}

const placeOf = (row: { way: string; place: string; centre: string }) =>
  row.way === 'on-site' && row.place !== '' ? `${row.centre} ${row.place.toLowerCase()}` : undefined

/** Each booking of a place is told of one that it collides with, on the first day on which it does. */
const clashesIn = (bookings: Booking[]): Fault[] => {
  if (bookings.length === 1) return []
  const { compare } = Temporal.PlainTime
  const others = new Map<Booking, string>()
  const lastOn = new Map<string, Booking>()
  for (const booking of bookings.toSorted((one, other) => compare(one.series.starts, other.series.starts))) {
    for (const date of booking.days()) {
      const day = date.toString()
      const last = lastOn.get(day)
      const collides = last && compare(booking.series.starts, last.ends) < 0
      if (collides && last.row.offer !== booking.row.offer && !others.has(booking)) {
        others.set(booking, last.row.offer)
      }
      if (!last || compare(booking.ends, last.ends) > 0) lastOn.set(day, booking)
    }
  }
  return [...others].map(([{ row }, other]) =>
    row.fault('starts', 'booked-twice', { value: row.offer, other }),
  )
}
