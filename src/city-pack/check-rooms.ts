import type { Dated } from './check-dates.ts'
import type { Fault } from './faults.ts'
import type { Pack } from './read-pack.ts'

type Booking = Dated & { offer: string }

/**
 * Two offers at the same time in the same place of one centre. Only a warning: two groups may well share
 * a garden.
 */
export const bookedTwice = (dated: readonly Dated[], { offers }: Pack): Fault[] => {
  const places = new Map((offers?.rows ?? []).map(row => [row.id, placeOf(row)]))
  const bookings = dated
    .map((each): Booking => ({ ...each, offer: each.row.offer }))
    .filter(booking => booking.series.ends && places.get(booking.offer))
  return [...Map.groupBy(bookings, booking => places.get(booking.offer)).values()].flatMap(clashesIn)
}

const placeOf = (row: { way: string; place: string; centre: string }) =>
  row.way === 'on-site' && row.place !== '' ? `${row.centre} ${row.place.toLowerCase()}` : undefined

/** Each booking is told of the first one it collides with. */
const clashesIn = (bookings: Booking[]): Fault[] => {
  const { compare } = Temporal.PlainTime
  const faults: Fault[] = []
  let running: Booking[] = []
  for (const booking of bookings.toSorted((one, other) => compare(one.series.starts, other.series.starts))) {
    running = running.filter(({ series }) => series.ends && compare(series.ends, booking.series.starts) > 0)
    const other = running.find(earlier => collide(earlier, booking))
    if (other)
      faults.push(booking.row.fault('starts', 'booked-twice', { value: booking.offer, other: other.offer }))
    running.push(booking)
  }
  return faults
}

/** Two bookings whose times of day overlap: whether they also fall on one day. */
const collide = (earlier: Booking, later: Booking) => {
  if (earlier.offer === later.offer) return false
  const [one, other] = [earlier.series.weekday, later.series.weekday]
  if (one !== null && other !== null && one !== other) return false
  const days = new Set(earlier.days().map(String))
  return later.days().some(day => days.has(day.toString()))
}
