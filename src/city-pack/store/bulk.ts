import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { DB } from '../../platform/database/schema.ts'

type Upsert = {
  /** The columns by which a row is known. */
  by: readonly string[]
  /** The columns that a row keeps when it is there already. */
  keeps?: readonly string[]
}

/** Inserts many rows in few statements; all rows must have the same columns. With `upsert`, known rows are changed. */
export const insertRows = async <Table extends keyof DB & string>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
  upsert?: Upsert,
) => {
  const columns = Object.keys(rows[0] ?? {})
  const list = sql.join(columns.map(column => sql.ref(column)))
  const name = sql.table(table)
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const json = JSON.stringify(rows.slice(from, from + rowsPerStatement).map(inSnakeCase))
    await sql`
      insert into ${name} (${list})
      select ${list} from json_populate_recordset(null::${name}, ${json}::json)
      ${onConflict(columns, upsert)}`.execute(tx)
  }
}

const rowsPerStatement = 10_000

const onConflict = (columns: string[], upsert: Upsert | undefined) => {
  if (!upsert) return sql``
  const kept = new Set([...upsert.by, ...(upsert.keeps ?? [])])
  const changed = columns
    .filter(column => !kept.has(column))
    .map(column => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`)
  return sql`on conflict (${sql.join(upsert.by.map(column => sql.ref(column)))}) do update set ${sql.join(changed)}`
}

/** The names of the row's columns as PostgreSQL knows them; what is in their values stays as it is. */
const inSnakeCase = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key.replace(/[A-Z]|(?<!\d)\d/g, mark => `_${mark.toLowerCase()}`),
      value,
    ]),
  )
