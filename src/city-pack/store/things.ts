import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { RowOf, things } from '../tables.ts'
import { insertRows } from './bulk.ts'
import { type Ids, idOf } from './map.ts'

export type ThingRow = RowOf<typeof things>
type StoredThing = {
  id: string
  slug: string
  centre: string
  isArchived: boolean
  piecesOut: number
}

/** Kept locked until the end, so that nobody borrows a piece meanwhile. */
export const lockThings = async (tx: Tx, cityId: string): Promise<StoredThing[]> => {
  const { rows } = await sql<StoredThing>`
    select t.id, t.slug, c.slug as centre, t.is_archived, t.pieces_out from lending_things t
    join centres c on c.city_id = t.city_id and c.id = t.centre_id
    where t.city_id = ${cityId} order by t.id for no key update of t`.execute(tx)
  return rows
}

type Placing = {
  ids: Ids
  homeOf: ReadonlyMap<string, { id: string; providerId: string }>
  /** Pieces that are out just now: there are at least so many. */
  piecesOut: ReadonlyMap<string, number>
}

export const writeThings = async (
  tx: Tx,
  cityId: string,
  rows: readonly ThingRow[],
  languages: readonly string[],
  { ids, homeOf, piecesOut }: Placing,
) => {
  const placed = rows.map(row => {
    const home = homeOf.get(row.centre)
    if (!home) throw new Error(`The centre "${row.centre}" was not checked.`)
    return { row, place: { cityId, centreId: home.id, providerId: home.providerId }, id: idOf(ids, row.id) }
  })
  await insertRows(
    tx,
    'lendingThings',
    placed.map(({ row, place, id }) => ({
      ...{ ...place, id, slug: row.id, pieces: Math.max(row.pieces, piecesOut.get(row.id) ?? 0) },
      ...{ depositCents: row.deposit_cents, mostDays: row.most_days, isOffered: row.offered },
      ...{ isArchived: false, isExample: row.example },
    })),
    { by: ['cityId', 'id'] },
  )
  const changed = placed.map(({ id }) => id)
  await sql`delete from lending_thing_texts where city_id = ${cityId} and thing_id = any (${changed}::uuid[])`.execute(
    tx,
  )
  await insertRows(
    tx,
    'lendingThingTexts',
    placed.flatMap(({ row: { texts }, place, id }) =>
      languages.flatMap(language => {
        const name = texts.name?.[language] ?? ''
        const [about, rules] = [texts.about?.[language] ?? '', texts.rules?.[language] ?? '']
        return name === '' ? [] : [{ ...place, thingId: id, language, name, about, rules }]
      }),
    ),
  )
}

/** Lent no more; who has it stays known until it is back. */
export const archiveThings = async (tx: Tx, cityId: string, ids: string[]) => {
  await sql`update lending_things set is_archived = true, is_offered = false
    where city_id = ${cityId} and id = any (${ids}::uuid[])`.execute(tx)
}
