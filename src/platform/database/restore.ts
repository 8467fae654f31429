import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { OperatorError } from '../operator-error.ts'
import type { BackupSummary } from './backup.ts'
import {
  type BackedUpTable,
  backupHeader,
  backupLine,
  listMigrations,
  listTables,
  stepIntoBackup,
} from './backup-contents.ts'
import { BackupReader } from './backup-reader.ts'

/**
 * Fills an empty, migrated database from a backup, in one transaction: whatever goes wrong, it stays empty. Every
 * foreign key is checked; triggers rest, because what they would write is in the backup.
 */
export async function restore(ownerUrl: string, file: string): Promise<BackupSummary> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    const reader = new BackupReader(file)
    await refuseOtherSchema(client, reader)
    await refuseFullDatabase(client)
    const wake = await letRulesRest(client)
    const summary = await fill(client, reader)
    await checkReferences(client)
    await client.query(wake)
    await client.query('commit')
    await client.query('analyze')
    return summary
  } finally {
    await client.end()
  }
}

async function refuseOtherSchema(client: pg.Client, reader: BackupReader) {
  const { format, migrations } = (await reader.line(backupHeader)).facts
  const here = await listMigrations(client)
  if (format === 1 && migrations.join() === here.join()) return
  const last = (names: string[]) => names.at(-1) ?? 'none'
  throw new OperatorError(
    `The backup was made by another version of KiezNetz (its last migration is ${last(migrations)}, here it is ` +
      `${last(here)}). Restore it with that version and then start this one, which migrates it.`,
  )
}

async function refuseFullDatabase(client: pg.Client) {
  await stepIntoBackup(client)
  const tables = await listTables(client)
  const questions = tables.map(({ name }) => `select '${name}' as name where exists (select from ${name})`)
  const { rows } = await client.query(questions.join(' union all '))
  await client.query('reset role')
  if (rows.length === 0) return
  const some = rows.slice(0, 3).map(row => row.name)
  throw new OperatorError(
    `The database is not empty (${some.join(', ')}${rows.length > 3 ? ' …' : ''}). A backup is restored into an empty one: ` +
      'set KIEZNETZ_DATA to a new folder, or prepare a new database with another --name.',
  )
}

/** Lets triggers sleep and foreign keys wait for the end; returns what wakes them. All of it within the transaction. */
async function letRulesRest(client: pg.Client): Promise<string> {
  const { rows } = await client.query(`
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as rest,
      format('alter table %s enable trigger %I', tgrelid::regclass, tgname) as wake
    from pg_trigger t join pg_class c on c.oid = tgrelid
    where not tgisinternal and tgenabled = 'O' and tgparentid = 0 and relowner = current_user::regrole
    union all
    select format('alter table %s alter constraint %I deferrable initially deferred', conrelid::regclass, conname),
      format('alter table %s alter constraint %I %s', conrelid::regclass, conname,
        case when condeferred then 'deferrable initially deferred' when condeferrable then 'deferrable initially immediate'
        else 'not deferrable' end)
    from pg_constraint join pg_class c on c.oid = conrelid
    where contype = 'f' and conparentid = 0 and relowner = current_user::regrole`)
  await client.query(rows.map(row => row.rest).join(';'))
  return rows.map(row => row.wake).join(';')
}

async function checkReferences(client: pg.Client) {
  await client.query('set constraints all immediate').catch((error: pg.DatabaseError) => {
    if (error.code !== '23503') throw error
    throw new OperatorError(
      `The backup contradicts itself (${error.message}); nothing was restored. Take another backup file.`,
    )
  })
}

async function fill(client: pg.Client, reader: BackupReader): Promise<BackupSummary> {
  const summary = { tables: 0, rows: 0 }
  for (;;) {
    const { kind, facts } = await reader.line(backupLine)
    if (kind === 'table') {
      summary.rows += await fillTable(client, facts, reader)
      summary.tables++
    } else if (kind === 'sequence') {
      const { name, lastValue } = facts
      if (lastValue !== null) await client.query('select setval($1::regclass, $2::bigint)', [name, lastValue])
    } else {
      refuseOtherSum(summary, facts)
      await reader.finish()
      return summary
    }
  }
}

async function fillTable(client: pg.Client, { name, columns }: BackedUpTable, reader: BackupReader) {
  await stepIntoBackup(client)
  const copying = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(reader.rows(), { objectMode: false }), copying)
  await client.query('reset role')
  return copying.rowCount ?? 0
}

function refuseOtherSum(restored: BackupSummary, written: BackupSummary) {
  if (restored.rows === written.rows && restored.tables === written.tables) return
  throw new OperatorError(
    `The backup says it holds ${written.rows} rows, but ${restored.rows} were found; nothing was restored. ` +
      'Take another backup file.',
  )
}
