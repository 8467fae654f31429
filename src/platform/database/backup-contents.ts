import type pg from 'pg'
import * as v from 'valibot'

const backedUpTable = v.object({ name: v.string(), columns: v.array(v.string()) })
export type BackedUpTable = v.InferOutput<typeof backedUpTable>

/** The first line of a backup: how it is written, and the state of the schema. */
export const backupHeader = v.object({
  kind: v.literal('kieznetz'),
  facts: v.object({ format: v.number(), migrations: v.array(v.string()) }),
})

/** The lines behind it: a table, whose rows follow, where a counter stands, and at the end the sum of all. */
export const backupLine = v.variant('kind', [
  v.object({ kind: v.literal('table'), facts: backedUpTable }),
  v.object({
    kind: v.literal('sequence'),
    facts: v.object({ name: v.string(), lastValue: v.nullable(v.string()) }),
  }),
  v.object({ kind: v.literal('end'), facts: v.object({ tables: v.number(), rows: v.number() }) }),
])

/** Steps into the role that sees every row; the owner itself is bound by the policies. */
export const stepIntoBackup = (client: pg.Client) => client.query('set local role kieznetz_backup')

/**
 * All tables that hold data, in a steady order. What a query can compute again is left out: generated columns, and
 * of the queue everything but the jobs that wait, because preparing it makes queues and versions anew.
 */
export async function listTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array_agg(quote_ident(a.attname) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relpersistence = 'p'
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and c.oid <> 'schema_migrations'::regclass
      and (n.nspname <> 'pgboss' or exists (
        select from pg_inherits where inhrelid = c.oid and inhparent = to_regclass('pgboss.job')))
      -- What an extension brings with it comes back with the extension.
      and not exists (select from pg_depend where objid = c.oid and deptype = 'e')
    group by n.nspname, c.relname order by 1`)
  return rows
}

/** Where each counter stands. */
export async function listSequences(
  client: pg.Client,
): Promise<{ name: string; lastValue: string | null }[]> {
  const { rows } = await client.query(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as "lastValue"
    from pg_sequences where schemaname <> 'pgboss' order by 1`)
  return rows
}

/** The state of the schema: a backup fits only into a database with the same one. */
export async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query('select name from schema_migrations order by name')
  return rows.map(row => row.name)
}
