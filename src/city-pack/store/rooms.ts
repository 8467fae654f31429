import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { RowOf, rooms } from '../tables.ts'
import { insertRows } from './bulk.ts'
import { type Ids, idOf } from './map.ts'

export type RoomRow = RowOf<typeof rooms>
type StoredRoom = { id: string; slug: string; centre: string; isArchived: boolean }

export const findRooms = async (tx: Tx, cityId: string): Promise<StoredRoom[]> => {
  const { rows } = await sql<StoredRoom>`
    select r.id, r.slug, c.slug as centre, r.is_archived from rooms r
    join centres c on c.city_id = r.city_id and c.id = r.centre_id where r.city_id = ${cityId}`.execute(tx)
  return rows
}

type Placing = { ids: Ids; homeOf: ReadonlyMap<string, { id: string; providerId: string }> }

/** Halls first: their parts refer to them. */
export const writeRooms = async (
  tx: Tx,
  cityId: string,
  rows: readonly RoomRow[],
  languages: readonly string[],
  { ids, homeOf }: Placing,
) => {
  const inOrder = rows.toSorted((one, other) => Number(one.part_of !== '') - Number(other.part_of !== ''))
  await insertRows(
    tx,
    'rooms',
    inOrder.map(row => {
      const home = homeOf.get(row.centre)
      if (!home) throw new Error(`The centre "${row.centre}" was not checked.`)
      return {
        ...{ cityId, id: idOf(ids, row.id), centreId: home.id, providerId: home.providerId, slug: row.id },
        ...{ partOf: row.part_of === '' ? null : idOf(ids, row.part_of), atPartner: row.at_partner },
        ...{ capacity: row.capacity, isStepFree: row.step_free, equipment: row.equipment },
        ...{ keyNote: row.key_note, contact: row.contact, releaseAfter: row.release_after },
        ...{ minutesBefore: row.minutes_before, minutesAfter: row.minutes_after, isLet: row.let },
        ...{ feeCents: row.fee_cents, feePer: row.fee_per, depositCents: row.deposit_cents },
        ...{ maxDaysAhead: row.max_days_ahead, isArchived: false, isExample: row.example },
      }
    }),
    { by: ['cityId', 'id'] },
  )
  const changed = rows.map(row => idOf(ids, row.id))
  for (const table of [sql.table('room_texts'), sql.table('room_hours')])
    await sql`delete from ${table} where city_id = ${cityId} and room_id = any (${changed}::uuid[])`.execute(
      tx,
    )
  await insertRows(
    tx,
    'roomTexts',
    rows.flatMap(row =>
      languages.flatMap(language => {
        const name = row.texts.name?.[language] ?? ''
        const [about, houseRules] = [row.texts.about?.[language] ?? '', row.texts.rules?.[language] ?? '']
        return name === '' ? [] : [{ cityId, roomId: idOf(ids, row.id), language, name, about, houseRules }]
      }),
    ),
  )
  await insertRows(
    tx,
    'roomHours',
    rows.flatMap(({ id, weekdays, opens, closes }) =>
      opens && closes ? [{ cityId, roomId: idOf(ids, id), weekdays, opens, closes }] : [],
    ),
  )
}

/** Out of use; their parts with them. */
export const archiveRooms = async (tx: Tx, cityId: string, ids: string[]) => {
  await sql`update rooms set is_archived = true, is_let = false
    where city_id = ${cityId} and (id = any (${ids}::uuid[]) or part_of = any (${ids}::uuid[]))`.execute(tx)
}
