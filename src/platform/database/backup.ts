import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { OperatorError } from '../operator-error.ts'
import { listMigrations, listSequences, listTables, stepIntoBackup } from './backup-contents.ts'

export type BackupSummary = { tables: number; rows: number }

/**
 * Copies every row of one moment into one compressed file while the server goes on. The file gets its name when
 * it is complete, and only its owner may read it: it holds names.
 */
export async function backup(ownerUrl: string, file: string): Promise<BackupSummary> {
  if (existsSync(file))
    throw new OperatorError(`${file} exists already. Choose another name, or remove it first.`)
  const client = new pg.Client({ connectionString: ownerUrl })
  const unfinished = `${file}.${process.pid}.unfinished`
  const summary = { tables: 0, rows: 0 }
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    const writing = createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true })
    await pipeline(contents(client, summary), createGzip({ level: 6 }), writing)
    await rename(unfinished, file)
    return summary
  } catch (error) {
    await rm(unfinished, { force: true })
    throw hasNothing(error as pg.DatabaseError) ?? cannotWrite(error as NodeJS.ErrnoException, file)
  } finally {
    await client.end()
  }
}

async function* contents(client: pg.Client, summary: BackupSummary) {
  const migrations = await listMigrations(client)
  yield line('kieznetz', { format: 1, madeAt: new Date().toISOString(), migrations })
  await stepIntoBackup(client)
  for (const table of await listTables(client)) {
    yield line('table', table)
    const rows = client.query(copyTo(`copy ${table.name} (${table.columns.join(', ')}) to stdout`))
    for await (const chunk of rows) yield chunk
    yield '\\.\n'
    summary.tables++
    summary.rows += rows.rowCount ?? 0
  }
  for (const sequence of await listSequences(client)) yield line('sequence', sequence)
  yield line('end', summary)
}

const line = (kind: string, facts: object) => `${kind} ${JSON.stringify(facts)}\n`

/** The likeliest slip: the settings name another folder or database than the server's. */
const hasNothing = ({ code }: pg.DatabaseError) =>
  code === undefinedTable
    ? new OperatorError(
        'There is nothing to back up here. Give the same settings as to the server: KIEZNETZ_DATA, or the three addresses.',
      )
    : undefined

const undefinedTable = '42P01'

function cannotWrite(error: NodeJS.ErrnoException, file: string) {
  if (!['EACCES', 'ENOENT', 'EROFS', 'ENOTDIR', 'EPERM'].includes(error.code ?? '')) return error
  return new OperatorError(
    `${file} cannot be written (${error.code}). Choose a folder that exists and is yours.`,
  )
}
