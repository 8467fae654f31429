import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { BookableHours } from '../hours.ts'
import type { Equipment, Room, RoomFacts } from '../room.ts'

/** The rooms of the own centres in use, halls before their parts, then by name. */
export const listRooms = async (tx: Tx, cityId: string, centreId: string): Promise<Room[]> => {
  const rows = await rooms(tx, cityId)
    .where('r.centreId', '=', centreId)
    .where('r.isArchived', '=', false)
    .orderBy(sql`(select coalesce(min(w.name collate "de-x-icu"), r.slug) from room_texts w
      where w.city_id = r.city_id and w.room_id = coalesce(r.part_of, r.id) and w.language = 'de')`)
    .orderBy('r.isWhole', 'desc')
    .orderBy('r.slug')
    .execute()
  return withTexts(tx, cityId, rows)
}

export const findRoom = async (tx: Tx, cityId: string, id: string): Promise<Room | undefined> => {
  const rows = await rooms(tx, cityId).where('r.id', '=', id).execute()
  return (await withTexts(tx, cityId, rows))[0]
}

/**
 * Keeps everybody else from deciding about these rooms until the end. A part is locked by its hall: whoever wants the
 * one and whoever wants the other meet here, and read afterwards what the first has written.
 */
export const lockRooms = async (tx: Tx, cityId: string, ids: readonly string[]) => {
  await sql`select 1 from rooms where city_id = ${cityId} and id in (
      select coalesce(part_of, id) from rooms where city_id = ${cityId} and id = any (${ids}::uuid[]))
    order by id for no key update`.execute(tx)
}

type Place = CentreRef & { cityId: string; id: string }

/** Writes a room down unless its name in addresses is taken, and says whether it did. */
export const addRoom = async (
  tx: Tx,
  place: Place,
  { slug, partOf, ...facts }: RoomFacts & { slug: string; partOf: string | null },
) => {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('rooms')
    .values({ ...place, slug, partOf, ...columnsOf(facts) })
    .onConflict(conflict => conflict.columns(['cityId', 'slug']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  await writeTextsAndHours(tx, place, facts)
  return true
}

export const changeRoom = async (tx: Tx, place: Place, facts: RoomFacts) => {
  const { cityId, id } = place
  await tx
    .updateTable('rooms')
    .set(columnsOf(facts))
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('roomTexts').where('cityId', '=', cityId).where('roomId', '=', id).execute()
  await tx.deleteFrom('roomHours').where('cityId', '=', cityId).where('roomId', '=', id).execute()
  await writeTextsAndHours(tx, place, facts)
}

/** Out of use: the room is offered no more, and what was in it stays known. */
export const archiveRoom = (tx: Tx, cityId: string, id: string) =>
  tx
    .updateTable('rooms')
    .set({ isArchived: true, isLet: false })
    .where('cityId', '=', cityId)
    .where(({ eb, or }) => or([eb('id', '=', id), eb('partOf', '=', id)]))
    .execute()

const writeTextsAndHours = async (tx: Tx, { cityId, id: roomId }: Place, { texts, hours }: RoomFacts) => {
  const words = Object.entries(texts).flatMap(([language, text]) =>
    text.name === '' ? [] : [{ ...text, cityId, roomId, language }],
  )
  if (words.length > 0) await tx.insertInto('roomTexts').values(words).execute()
  if (hours.length > 0)
    await tx
      .insertInto('roomHours')
      .values(hours.map(({ weekdays, ...rule }) => ({ ...rule, weekdays: [...weekdays], cityId, roomId })))
      .execute()
}

const columnsOf = ({ texts: _, hours: __, ...columns }: RoomFacts) => columns

const rooms = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('rooms as r')
    .select(['r.id', 'r.providerId', 'r.centreId', 'r.slug', 'r.partOf', 'r.atPartner', 'r.capacity'])
    .select(['r.isStepFree', 'r.equipment', 'r.keyNote', 'r.contact', 'r.minutesBefore', 'r.minutesAfter'])
    .select(['r.isLet', 'r.feeCents', 'r.feePer', 'r.depositCents', 'r.maxDaysAhead', 'r.releaseAfter'])
    .select(['r.isArchived', 'r.isExample'])
    .where('r.cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof rooms>['executeTakeFirstOrThrow']>>

const withTexts = async (tx: Tx, cityId: string, rows: Row[]): Promise<Room[]> => {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const [texts, hours] = await Promise.all([
    tx
      .selectFrom('roomTexts')
      .select(['roomId', 'language', 'name', 'about', 'houseRules', 'directions'])
      .where('cityId', '=', cityId)
      .where('roomId', 'in', ids)
      .execute(),
    tx
      .selectFrom('roomHours')
      .select(['roomId', 'weekdays', 'opens', 'closes'])
      .where('cityId', '=', cityId)
      .where('roomId', 'in', ids)
      .orderBy('opens')
      .execute(),
  ])
  const textsOf = Map.groupBy(texts, ({ roomId }) => roomId)
  const hoursOf = Map.groupBy(hours, ({ roomId }) => roomId)
  return rows.map(row => ({
    ...row,
    equipment: row.equipment as Equipment[],
    texts: Object.fromEntries(
      (textsOf.get(row.id) ?? []).map(({ roomId: _, language, ...text }) => [language, text]),
    ),
    hours: (hoursOf.get(row.id) ?? []).map(({ roomId: _, ...rule }): BookableHours => rule),
  }))
}
