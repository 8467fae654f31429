import type pg from 'pg'

/** Which tables of any schema still hold one of the traces (in small letters), in any column, JSON and all. */
export async function tablesWith(admin: pg.Client, traces: readonly string[]) {
  const { rows } = await admin.query(`select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
  const found: string[] = []
  for (const { name } of rows) {
    const { rowCount } = await admin.query(
      `select from ${name} as whole where lower(whole::text) like any ($1) limit 1`,
      [traces.map(trace => `%${trace}%`)],
    )
    if (rowCount) found.push(name)
  }
  return found
}
