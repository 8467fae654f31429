import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { startOfDay } from '../platform/local-time.ts'
import { orNotFound } from '../platform/refusals.ts'
import { hashOfLink, isLink, newSecret } from '../platform/web/keys.ts'
import { readRoom } from '../rooms/index.ts'
import { shownDays } from './shown-days.ts'
import * as store from './store/room-calendars.ts'

/** More people than keep any room. */
const mostCalendars = 10

type Sharing = { roomId: string; forWhom: string; saysTitles: boolean }
type ShareOutcome = { outcome: 'shared'; link: string } | { outcome: 'too-many' }

/** Makes the address of a room's calendar for somebody. It is returned this once: only its hash is kept. */
export const shareRoom = async (context: Context, { roomId, ...sharing }: Sharing): Promise<ShareOutcome> => {
  const { centreId, providerId } = await readRoom(context, roomId)
  return inTransaction(context, async tx => {
    const there = await store.listRoomCalendars(tx, context.city.id, roomId)
    if (there.length >= mostCalendars) return { outcome: 'too-many' }
    const link = newSecret()
    const { id } = await store.addRoomCalendar(tx, {
      ...{ ...sharing, roomId, centreId, providerId },
      ...{ cityId: context.city.id, linkHash: hashOfLink(link), madeAt: context.now },
    })
    await record(tx, context, { action: 'room-calendar.shared', providerId, subjectId: id })
    return { outcome: 'shared', link }
  })
}

/** Who has the calendar of a room. */
export const readShared = async (context: Context, roomId: string) => {
  const room = await readRoom(context, roomId)
  const shared = await inTransaction(context, tx => store.listRoomCalendars(tx, context.city.id, roomId))
  return { room, shared }
}

/** From now on its address opens nothing. */
export const takeRoomBack = async (context: Context, roomId: string, id: string) => {
  const { providerId } = await readRoom(context, roomId)
  await inTransaction(context, async tx => {
    orNotFound(await store.deleteRoomCalendar(tx, context.city.id, { roomId, id }))
    await record(tx, context, { action: 'room-calendar.taken-back', providerId, subjectId: id })
  })
}

/** The room behind an address with its bookings; NotFound for one that was taken back or never was. */
export const openRoom = async (context: Context, link: string) => {
  const { city, db, language } = context
  const key = { cityId: city.id, linkHash: isLink(link) ? hashOfLink(link) : Buffer.alloc(0), language }
  const room = orNotFound(await store.findRoomBehind(db, key))
  const days = shownDays(context)
  const from = startOfDay(days.from, city.timeZone)
  const until = startOfDay(days.until, city.timeZone)
  return { room, dates: await store.listBehind(db, key, { from, until }) }
}
