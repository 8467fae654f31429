import type { Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { startOfDay } from '../platform/local-time.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { opensOn } from './hours.ts'
import { mayKeepRooms } from './permissions.ts'
import type { Span } from './span.ts'
import { findPublicBusy, findPublicHours, listPublicRooms } from './store/public-rooms.ts'
import * as store from './store/requests.ts'
import { findRoom } from './store/rooms.ts'

/** How many groups wait for an answer of the own centres. */
export const countRequests = (context: Context) =>
  inTransaction(context, tx => store.countAsked(tx, context.city.id))

/** The requests to the own centres, and the rooms they are about. */
export const listRequests = (context: Context) =>
  inTransaction(context, async tx => {
    const requests = await store.listRequests(tx, context.city.id)
    const ids = [...new Set(requests.map(({ roomId }) => roomId))]
    const rooms = await Promise.all(ids.map(id => findRoom(tx, context.city.id, id)))
    return { requests, rooms: rooms.flatMap(room => room ?? []) }
  })

export const readRequest = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const request = orNotFound(await store.findRequest(tx, context.city.id, id))
    requireThat(mayKeepRooms(context.actor, request))
    return { request, room: orNotFound(await findRoom(tx, context.city.id, request.roomId)) }
  })

/** A room as everybody sees it, with what is free of it on the days of a week. */
export const readPublicRoom = async (context: Context, slug: string, from: Temporal.PlainDate) => {
  const { city } = context
  const room = orNotFound((await listPublicRooms(context, { slug }))[0])
  const days = Array.from({ length: 7 }, (_, index) => from.add({ days: index }))
  const span = (day: Temporal.PlainDate): Span => ({
    startsAt: startOfDay(day, city.timeZone),
    endsAt: startOfDay(day.add({ days: 1 }), city.timeZone),
  })
  const within = { startsAt: span(from).startsAt, endsAt: startOfDay(from.add({ days: 7 }), city.timeZone) }
  const [hours, busy] = await Promise.all([
    findPublicHours(context, room.id),
    findPublicBusy(context, { roomIds: [room.id], within }),
  ])
  const opened = (day: Temporal.PlainDate): Span[] =>
    hours.length === 0
      ? [daytime(day, city.timeZone)]
      : opensOn(hours, day.dayOfWeek).map(({ opens, closes }) => between(day, opens, closes, city.timeZone))
  return { room, days: days.map(day => ({ day, free: opened(day).flatMap(span => without(span, busy)) })) }
}

/** What is left of a span when what is taken is cut out. */
const without = (span: Span, taken: readonly Span[]): Span[] => {
  const { compare } = Temporal.Instant
  let left = [span]
  for (const { startsAt, endsAt } of taken)
    left = left.flatMap(each => {
      if (compare(endsAt, each.startsAt) <= 0 || compare(startsAt, each.endsAt) >= 0) return [each]
      const pieces = [
        { startsAt: each.startsAt, endsAt: startsAt },
        { startsAt: endsAt, endsAt: each.endsAt },
      ]
      return pieces.filter(piece => compare(piece.startsAt, piece.endsAt) < 0)
    })
  return left
}

const between = (
  day: Temporal.PlainDate,
  opens: Temporal.PlainTime,
  closes: Temporal.PlainTime,
  timeZone: string,
): Span => ({
  startsAt: day.toZonedDateTime({ timeZone, plainTime: opens }).toInstant(),
  endsAt: day.toZonedDateTime({ timeZone, plainTime: closes }).toInstant(),
})

/** A room without rules is shown by day. */
const daytime = (day: Temporal.PlainDate, timeZone: string) =>
  between(day, Temporal.PlainTime.from('08:00'), Temporal.PlainTime.from('22:00'), timeZone)
