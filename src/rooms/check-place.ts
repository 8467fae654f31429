import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { dayOf } from '../platform/local-time.ts'
import { type Alternatives, findAlternatives, findConflicts } from './book-room.ts'
import type { Room } from './room.ts'
import { listRooms } from './store/rooms.ts'
import { listSessionBookings } from './store/seats.ts'
import type { Conflict, WantedDate } from './wanted.ts'

/** What a plan finds when the place it names is a room of the centre. */
export type PlaceCheck = { room: Room; conflicts: Conflict[]; alternatives: Alternatives }

type Planned = { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null }

/**
 * Whether the room that a plan names as its place is free on its dates; undefined where the place is no room. The
 * dates themselves take and leave their room by a trigger, so that nobody who moves one can forget it.
 */
export const checkPlace = async (
  tx: Tx,
  context: Context,
  { centreId, place, sessions, offerId }: Checking,
): Promise<PlaceCheck | undefined> => {
  const { city } = context
  const rooms = await listRooms(tx, city.id, centreId)
  const room = rooms.find(({ texts }) => texts.de?.name.toLowerCase() === place.toLowerCase())
  if (!room || sessions.length === 0) return undefined

  const { minutesBefore, minutesAfter } = room
  const dates = sessions.map(
    ({ startsAt, endsAt }): WantedDate => ({
      ...{ day: dayOf(startsAt, city.timeZone), startsAt, minutesBefore, minutesAfter, isInGap: false },
      endsAt: endsAt ?? startsAt.add({ hours: withoutEnd }),
    }),
  )
  const own = offerId ? await listSessionBookings(tx, city.id, offerId) : []
  const conflicts = await findConflicts(tx, context, room.id, dates, own)
  const none = { rooms: [], shifts: [] }
  const alternatives = conflicts.length > 0 ? await findAlternatives(tx, context, room, dates, own) : none
  return { room, conflicts, alternatives }
}

type Checking = {
  centreId: string
  place: string
  sessions: readonly Planned[]
  /** The offer that is changed: its own dates do not stand in their way. */
  offerId: string | null
}

/** Hours that a date without an end takes its room; `rooms_of_sessions` of the tables says the same. */
const withoutEnd = 2
