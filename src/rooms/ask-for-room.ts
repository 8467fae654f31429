import { randomUUIDv7 } from 'node:crypto'
import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { hashOfKey, hashOfLink, keysOf, onceKeyOf } from '../platform/web/keys.ts'
import type { Reach } from '../reach/index.ts'
import { freeRooms, freeShifts } from './alternatives.ts'
import { canBeHad, isTooFarAhead } from './hours.ts'
import { mayAskForRoom } from './permissions.ts'
import { feeFor, requestForgottenOn } from './request.ts'
import { occupiedBy } from './span.ts'
import { findPublicBusy, findPublicHours, listPublicRooms, type PublicRoom } from './store/public-rooms.ts'
import { addRequest } from './store/requests.ts'
import { onDay, type TimesOfDay } from './wanted.ts'

export type AskingForRoom = TimesOfDay & {
  /** The secret of the rendered form; the same one sent twice is one request. */
  renderingKey: string
  roomSlug: string
  day: Temporal.PlainDate
  called: string
  purpose: string
  people: number
  wants: Reach
  /** Where somebody else has the room then: ask for it as soon as it is free. */
  waits: boolean
}

export type AskOutcome =
  | { outcome: 'asked'; link: string }
  | { outcome: 'over' | 'too-far' | 'closed' | 'in-gap' | 'too-many' }
  /** Somebody has it then: other rooms at that time, and this one so many minutes later or earlier. */
  | { outcome: 'taken'; rooms: PublicRoom[]; shifts: number[] }

/** Takes a group's request in for the lead of the centre. What cannot be had is said at once, with what can. */
export const askForRoom = async (context: Context, asking: AskingForRoom): Promise<AskOutcome> => {
  const { city, now, language } = context
  const room = orNotFound((await listPublicRooms(context, { slug: asking.roomSlug }))[0])
  requireThat(mayAskForRoom(context.actor, room))
  const date = onDay(asking.day, { ...asking, ...room }, city.timeZone)
  const hours = await findPublicHours(context, room.id)
  if (date.isInGap) return { outcome: 'in-gap' }
  if (Temporal.Instant.compare(date.startsAt, now) <= 0) return { outcome: 'over' }
  if (isTooFarAhead(asking.day, todayIn(context), room.maxDaysAhead)) return { outcome: 'too-far' }
  if (!canBeHad(hours, asking.day, asking)) return { outcome: 'closed' }
  if (room.capacity !== null && asking.people > room.capacity) return { outcome: 'too-many' }

  const rooms = await listPublicRooms(context, { centreId: room.centreId })
  const span = occupiedBy(date)
  const within = { startsAt: span.startsAt.subtract({ hours: 7 }), endsAt: span.endsAt.add({ hours: 7 }) }
  const busy = await findPublicBusy(context, { roomIds: rooms.map(({ id }) => id), within })
  const wanted = { roomId: room.id, spans: [span] }
  const isTaken = freeRooms([room], { ...wanted, roomId: '' }, busy).length === 0
  if (isTaken && !asking.waits) {
    const big = rooms.filter(({ capacity }) => capacity === null || capacity >= asking.people)
    return { outcome: 'taken', rooms: freeRooms(big, wanted, busy), shifts: freeShifts(wanted, busy) }
  }

  const secret = `${room.id} ${asking.renderingKey}`
  const { link, code } = keysOf(secret)
  const { called, purpose, people, wants } = asking
  const { startsAt, endsAt } = date
  const { providerId, centreId, depositCents } = room
  await inTransaction(context, tx =>
    addRequest(tx, city.id, {
      ...{
        id: randomUUIDv7(),
        providerId,
        centreId,
        roomId: room.id,
        language,
        called,
        purpose,
        people,
        wants,
      },
      ...{ startsAt, endsAt, askedAt: now, feeCents: feeFor(room, date), depositCents },
      ...{ deleteOn: requestForgottenOn(asking.day), onceKey: onceKeyOf(secret), linkHash: hashOfLink(link) },
      ...{ state: isTaken ? 'waiting' : 'asked', codeHash: hashOfKey(code) },
    }),
  )
  return { outcome: 'asked', link }
}
