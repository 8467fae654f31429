import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { OperatorError } from '../operator-error.ts'

export class DatabaseIsNewer extends OperatorError {
  constructor(migration: string) {
    super(
      `The database is newer than this program: it has the migration ${migration}, which is unknown here. ` +
        'Install the newer version, or restore a backup made with this one.',
    )
  }
}

/**
 * Brings the database to this version: applies the migrations that are missing, in order, each in a
 * transaction of its own. Connects as the owner. Throws DatabaseIsNewer when the database is ahead of the code.
 */
export const migrate = async (ownerUrl: string, folder: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // One migration at a time, however many processes start together.
    await client.query(`select pg_advisory_lock(hashtext('kieznetz migrations'))`)
    await client.query(
      'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    const applied = await appliedMigrations(client)
    const known = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
    const unknown = [...applied].find(name => !known.includes(name))
    if (unknown) throw new DatabaseIsNewer(unknown)

    const missing = known.filter(name => !applied.has(name))
    for (const name of missing) await apply(client, folder, name)
    return missing
  } finally {
    await client.end()
  }
}

const appliedMigrations = async (client: pg.Client) => {
  const { rows } = await client.query<{ name: string }>('select name from schema_migrations order by name')
  return new Set(rows.map(row => row.name))
}

const apply = async (client: pg.Client, folder: string, name: string) => {
  await client.query('begin')
  try {
    await client.query(await readFile(join(folder, name), 'utf8'))
    await client.query('insert into schema_migrations (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed`, { cause: error })
  }
}
