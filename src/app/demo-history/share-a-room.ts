import { shareRoom } from '../../calendars/index.ts'
import { actingAs, type CentreRef, type Context } from '../../identity/index.ts'
import { readRooms } from '../../rooms/index.ts'
import { leadOf } from './keep-network.ts'

/** The caretaker of the showcase has the calendar of its first room. */
export const shareARoom = async (context: Context, showcase: CentreRef) => {
  const lead = actingAs(context, leadOf(showcase))
  const [room] = (await readRooms(lead)).rooms
  if (room) await shareRoom(lead, { roomId: room.id, forWhom: 'Hausmeister', saysTitles: false })
}
