import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './connect.ts'
import type { DB } from './schema.ts'

type Owned = { id: unknown; cityId: string; providerId: string }
type OwnedTable = { [Table in keyof DB]: DB[Table] extends Owned ? Table : never }[keyof DB]

/** Deletes at most so many rows of a city whose end has come, and says whose they were. */
export const deleteSome = async (
  tx: Tx,
  table: OwnedTable,
  { cityId, hasEnded, limit }: { cityId: string; hasEnded: RawBuilder<unknown>; limit: number },
) => {
  const from = sql.table(table)
  const { rows } = await sql<{ providerId: string }>`
    delete from ${from} where city_id = ${cityId} and id in (
      select id from ${from} where city_id = ${cityId} and ${hasEnded} limit ${limit})
    returning provider_id`.execute(tx)
  return rows
}
