import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { assertSafeRole } from './prepare.ts'

const database = await databaseForThisFile()

test('the owner can install the extensions that migrations need', async () => {
  await as(database.owner, 'create extension if not exists btree_gist')
  await as(database.owner, 'create extension if not exists pg_trgm')
  await as(database.owner, 'create extension if not exists unaccent')
})

test('only the owner makes tables, temporary ones included', async () => {
  await as(database.owner, 'create temporary table t ()')
  for (const url of [database.app, database.public]) {
    await expect(as(url, 'create table t ()')).rejects.toThrow('permission denied for schema public')
    await expect(as(url, 'create temporary table t ()')).rejects.toThrow(
      'permission denied to create temporary',
    )
  }
})

test('the owner steps into figures and backup, but has nothing of them unasked', async () => {
  await as(database.owner, 'set role kieznetz_figures')
  await as(database.owner, 'set role kieznetz_backup')
  const { rows } = await as(
    database.owner,
    `select pg_has_role('kieznetz_figures', 'usage') as figures, pg_has_role('kieznetz_backup', 'usage') as backup`,
  )
  expect(rows).toEqual([{ figures: false, backup: false }])
  await expect(as(database.app, 'set role kieznetz_backup')).rejects.toThrow('permission denied')
})

test('the server starts with the role made for it, and with no role that policies do not bind', async () => {
  await expect(assertSafeRole(database.app)).resolves.toBeUndefined()
  await expect(assertSafeRole(database.admin)).rejects.toThrow(/bypasses|owns/)
  await expect(assertSafeRole(database.owner)).rejects.toThrow('owns tables')
})

test('text is UTF-8 and sorts the same on every machine', async () => {
  const { rows } = await as(
    database.app,
    `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
     from pg_database where datname = current_database()`,
  )
  expect(rows).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }])
})

async function as(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
