import { overlaps, type Span } from './span.ts'

/** When a room is taken; a part is taken by its hall too, and the reverse. */
export type Busy = Span & { roomId: string }

/** The wished dates, each with all the time it would occupy. */
type Wanted = { roomId: string; spans: readonly Span[] }

/** The rooms of a list that are free at every wished time. */
export const freeRooms = <Room extends { id: string }>(
  rooms: readonly Room[],
  { roomId, spans }: Wanted,
  busy: readonly Busy[],
): Room[] => {
  const byRoom = Map.groupBy(busy, each => each.roomId)
  return rooms.filter(
    ({ id }) =>
      id !== roomId && !spans.some(span => (byRoom.get(id) ?? []).some(taken => overlaps(span, taken))),
  )
}

/**
 * By how many minutes all dates would have to move for the room to be free on each of them: the nearest ones first,
 * in steps of half an hour and by at most six hours.
 */
export const freeShifts = ({ roomId, spans }: Wanted, busy: readonly Busy[], most = 3): number[] => {
  const taken = busy.filter(each => each.roomId === roomId)
  return shifts
    .filter(minutes => !spans.some(span => taken.some(other => overlaps(shifted(span, minutes), other))))
    .slice(0, most)
}

const shifts = Array.from({ length: 12 }, (_, index) => (index + 1) * 30).flatMap(minutes => [
  minutes,
  -minutes,
])

export const shifted = ({ startsAt, endsAt }: Span, minutes: number): Span => ({
  startsAt: startsAt.add({ minutes }),
  endsAt: endsAt.add({ minutes }),
})
