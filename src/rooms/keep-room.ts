import { randomUUIDv7 } from 'node:crypto'
import { type LedCentre, slugFor } from '../centres/index.ts'
import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayKeepRooms } from './permissions.ts'
import type { RoomFacts } from './room.ts'
import * as store from './store/rooms.ts'

/** Adds a room, or a part of a hall, and returns its id. */
export const addRoom = (
  context: Context,
  centre: Pick<LedCentre, 'providerId' | 'centreId' | 'slug'>,
  { partOf, ...facts }: RoomFacts & { partOf: string | null },
) =>
  inTransaction(context, async tx => {
    const { providerId, centreId } = centre
    requireThat(mayKeepRooms(context.actor, centre))
    if (partOf) {
      const hall = orNotFound(await store.findRoom(tx, context.city.id, partOf))
      requireThat(hall.centreId === centreId && hall.partOf === null)
      await store.lockRooms(tx, context.city.id, [partOf])
    }
    const id = randomUUIDv7()
    const place = { cityId: context.city.id, providerId, centreId, id }
    // A name may be taken by a room of another centre, which its policies do not let us see.
    for (let attempt = 1; ; attempt++) {
      const slug = slugFor(facts.texts.de?.name ?? '', centre.slug, attempt)
      if (await store.addRoom(tx, place, { ...facts, slug, partOf })) break
    }
    await record(tx, context, { action: 'room.added', providerId, subjectId: id })
    return id
  })

/** Changes what is said of a room and when it can be had. What is booked stays booked. */
export const changeRoom = (context: Context, id: string, facts: RoomFacts) =>
  inTransaction(context, async tx => {
    const { providerId, centreId } = orNotFound(await store.findRoom(tx, context.city.id, id))
    requireThat(mayKeepRooms(context.actor, { centreId }))
    await store.changeRoom(tx, { cityId: context.city.id, providerId, centreId, id }, facts)
    const fields = Object.keys(facts)
    await record(tx, context, { action: 'room.changed', providerId, subjectId: id, fields })
  })

/** Takes a room and its parts out of use: nobody finds it any more, and what was in it stays known. */
export const closeRoom = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const { providerId, centreId } = orNotFound(await store.findRoom(tx, context.city.id, id))
    requireThat(mayKeepRooms(context.actor, { centreId }))
    await store.archiveRoom(tx, context.city.id, id)
    await record(tx, context, { action: 'room.closed', providerId, subjectId: id })
  })
