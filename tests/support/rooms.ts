import { bookRoom, type Taking } from '../../src/rooms/book-room.ts'
import { addRoom } from '../../src/rooms/keep-room.ts'
import type { RoomFacts } from '../../src/rooms/room.ts'
import { leadOf } from './families.ts'
import { type Town, townNow } from './town.ts'

/** What a lead has to say of a room, with what the test adds. */
export const roomFacts = ({
  name = 'Saal',
  ...given
}: Partial<RoomFacts> & { name?: string } = {}): RoomFacts => ({
  texts: { de: { name, about: '', houseRules: '', directions: '' } },
  ...{ atPartner: '', capacity: 20, isStepFree: true, equipment: [], keyNote: '', contact: '' },
  ...{ minutesBefore: 0, minutesAfter: 0, isLet: false, feeCents: 0, feePer: 'booking', depositCents: 0 },
  ...{ maxDaysAhead: null, releaseAfter: null, hours: [] },
  ...given,
})

/** The lead of the KiEZ Westend, at the time the town stands still or later. */
export const leadContext = (town: Town, now = townNow) => town.contextOf(leadOf(town.westend), now)

/** Adds a room to the KiEZ Westend, or a part to one of its halls, and returns its id. */
export const aRoom = (
  town: Town,
  { partOf = null, ...given }: Partial<RoomFacts> & { name?: string; partOf?: string | null } = {},
) => {
  const { id: centreId, providerId, slug } = town.westend
  return addRoom(leadContext(town), { centreId, providerId, slug }, { ...roomFacts(given), partOf })
}

/** Takes a room on one day, 9 to 12 unless told otherwise. */
export const takes = (
  town: Town,
  roomId: string,
  { on = '2026-12-01', from = '09:00', until = '12:00', ...given }: Partial<Taking> & Times = {},
  now = townNow,
) => {
  const firstOn = Temporal.PlainDate.from(on)
  return bookRoom(leadContext(town, now), {
    ...{ roomId, kind: 'own', title: 'Team', rhythm: 'once', firstOn, lastOn: firstOn },
    ...{ starts: Temporal.PlainTime.from(from), ends: Temporal.PlainTime.from(until) },
    ...{ minutesBefore: 0, minutesAfter: 0, skipsConflicts: false },
    ...given,
  })
}

type Times = { on?: string; from?: string; until?: string }
