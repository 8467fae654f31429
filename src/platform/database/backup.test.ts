import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const source = await databaseForThisFile()
const target = await databaseForThisFile()
const folder = await mkdtemp(join(tmpdir(), 'kieznetz-backup-'))
const file = join(folder, 'all.gz')

test('what was backed up comes back, row by row, through policies, cycles, triggers and odd characters', async () => {
  const made = await backup(source.owner, file)
  const restored = await restore(target.owner, file)
  expect(restored).toEqual(made)
  expect(await checksums(target.admin)).toEqual(await checksums(source.admin))
  expect(await checksums(target.admin)).toMatchObject({
    'public.sample_nodes': { rows: 3 },
    'public.sample_secrets': { rows: 2 },
  })
})

test('the owner alone sees nothing behind forced policies, so the backup does not rest on it', async () => {
  const { rows } = await as(source.owner, 'select count(*)::int as seen from sample_secrets')
  expect(rows).toEqual([{ seen: 0 }])
})

test('after the restore all rules are awake again: triggers, keys and counters', async () => {
  await backup(source.owner, file)
  const before = await rules(target.admin)
  await restore(target.owner, file)
  expect(await rules(target.admin)).toEqual(before)
  const { rows } = await as(target.admin, `insert into sample_nodes (label) values ('new') returning id`)
  expect(rows).toEqual([{ id: '4' }])
  await expect(as(target.admin, 'insert into sample_nodes (parent) values (99)')).rejects.toThrow(
    'foreign key',
  )
})

test('a row written while the backup runs is not in it, neither in its own table nor in others', async () => {
  const writer = new pg.Client({ connectionString: source.admin })
  await writer.connect()
  await writer.query('begin; lock table sample_secrets in access exclusive mode')
  const writing = backup(source.owner, file)
  await vi.waitFor(async () => expect(await waiting()).toBe(1))
  await writer.query(`
    insert into sample_secrets values (3, 'later');
    insert into sample_nodes (secret) values (3);
    commit`)
  await writer.end()
  await writing
  await restore(target.owner, file)
  expect(await checksums(target.admin)).toMatchObject({
    'public.sample_secrets': { rows: 2 },
    'public.sample_nodes': { rows: 3 },
  })
})

test.for([0.2, 0.5, 0.9, 0.999])('a file cut off after %d of it leaves the database empty', async part => {
  await backup(source.owner, file)
  const whole = await readFile(file)
  await writeFile(file, whole.subarray(0, Math.floor(whole.length * part)))
  await expect(restore(target.owner, file)).rejects.toThrow(/ends too early; nothing was restored/)
  expect(await rowsIn(target.admin)).toBe(0)
})

test('a file whose text was cut and packed again is noticed too', async () => {
  await backup(source.owner, file)
  const text = gunzipSync(await readFile(file)).toString()
  await writeFile(file, gzipSync(text.replace(/^1\tquiet\t3\n/m, '')))
  await expect(restore(target.owner, file)).rejects.toThrow('nothing was restored')
  await writeFile(file, gzipSync(text.slice(0, text.lastIndexOf('end '))))
  await expect(restore(target.owner, file)).rejects.toThrow('ends too early')
  expect(await rowsIn(target.admin)).toBe(0)
})

test('a row that refers to nothing is refused with the whole file', async () => {
  await as(source.admin, 'alter table sample_nodes disable trigger all')
  await as(source.admin, 'update sample_nodes set parent = 99 where id = 2')
  await backup(source.owner, file)
  await expect(restore(target.owner, file)).rejects.toThrow(/contradicts itself .*foreign key/)
  expect(await rowsIn(target.admin)).toBe(0)
})

test('a database that holds something, and another schema, are refused with the way out', async () => {
  await backup(source.owner, file)
  await as(target.admin, `insert into sample_secrets values (9, 'mine')`)
  await expect(restore(target.owner, file)).rejects.toThrow(
    'The database is not empty (public.sample_secrets)',
  )
  await as(
    target.admin,
    `delete from sample_secrets; insert into schema_migrations (name) values ('29991231-later.sql')`,
  )
  await expect(restore(target.owner, file)).rejects.toThrow('another version of KiezNetz')
})

test('where there is nothing to back up it says so, and leaves no file', async () => {
  const nothing = join(folder, 'nothing.gz')
  await as(target.owner, 'alter table schema_migrations rename to hidden')
  await expect(backup(target.owner, nothing)).rejects.toThrow('There is nothing to back up here.')
  await as(target.owner, 'alter table hidden rename to schema_migrations')
  await expect(readFile(nothing)).rejects.toThrow('ENOENT')
})

test('a file that is there is never overwritten, and one that is no backup is told apart', async () => {
  await writeFile(file, 'my only letter')
  await expect(backup(source.owner, file)).rejects.toThrow('exists already')
  await expect(restore(target.owner, file)).rejects.toThrow('not a backup of KiezNetz')
  await expect(restore(target.owner, join(folder, 'missing'))).rejects.toThrow('There is no file')
  await expect(backup(source.owner, '/nowhere/all.gz')).rejects.toThrow('cannot be written (ENOENT)')
})

beforeEach(async () => {
  await rm(file, { force: true })
  for (const { owner, admin } of [source, target]) {
    await as(owner, sampleTables)
    await as(admin, `delete from schema_migrations where name like '2999%'`)
  }
  await as(source.admin, sampleRows)
})

afterAll(() => rm(folder, { recursive: true }))

const sampleTables = `
  drop table if exists sample_nodes, sample_secrets, sample_log cascade;
  create table sample_nodes (
    id bigint generated always as identity primary key, parent bigint references sample_nodes, label text,
    twice text generated always as (label || label) stored, bytes bytea, span daterange, facts jsonb,
    "when" timestamptz, words text[], secret integer);
  create table sample_secrets (id integer primary key, word text, node bigint references sample_nodes);
  alter table sample_nodes add foreign key (secret) references sample_secrets;
  alter table sample_secrets enable row level security, force row level security;
  create table sample_log (entry text);
  create or replace function log_sample() returns trigger language plpgsql as
    $$ begin insert into sample_log values ('written'); return null; end $$;
  create trigger log_sample after insert on sample_nodes for each row execute function log_sample();`

const sampleRows = `
  insert into sample_secrets values (1, 'quiet'), (2, null);
  insert into sample_nodes (parent, label, bytes, span, facts, "when", words, secret) values
    (2, e'tab\\t break\\n\\\\.\\n back\\\\slash', '\\x00ff', '[2026-01-01,)', '{"ü": [1.50]}', 'infinity', '{"a,b",null}', 1),
    (1, 'مرحبا', null, 'empty', 'null', '2026-11-22 12:00:00.123456+01', '{}', 2),
    (null, '\\N', null, null, null, null, null, null);
  update sample_secrets set node = 3 where id = 1;`

const tables = `select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') and tablename <> 'schema_migrations' order by 1`

async function checksums(url: string): Promise<Record<string, { rows: number; sum: string }>> {
  const names = (await as(url, tables)).rows.map(row => row.name)
  const sums = names.map(
    name => `select '${name}' as name, count(*)::int as rows,
      md5(string_agg(t::text, '|' order by t::text)) as sum from ${name} t`,
  )
  const { rows } = await as(url, sums.join(' union all '))
  return Object.fromEntries(rows.map(({ name, ...sum }) => [name, sum]))
}

async function waiting(): Promise<number> {
  const { rows } = await as(
    source.admin,
    `select count(*)::int as waiting from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0].waiting
}

const rowsIn = async (url: string) =>
  Object.values(await checksums(url)).reduce((sum, { rows }) => sum + rows, 0)

const rules = async (url: string) =>
  (
    await as(
      url,
      `select conname, condeferrable, condeferred from pg_constraint where contype = 'f'
       union all select tgname, tgenabled = 'O', false from pg_trigger where not tgisinternal order by 1`,
    )
  ).rows

async function as(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
