import pg from 'pg'
import { expect, test } from 'vitest'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { readSettings } from '../config.ts'
import { DatabaseIsNewer, migrate } from './migrate.ts'
import { openDatabase } from './open.ts'

const database = await databaseForThisFile()

test('three addresses that work are opened without the embedded server', async () => {
  const { urls, folder } = await open({})
  expect(urls.app).toBe(database.app)
  expect(folder).toBeUndefined()
})

test.each([
  [
    'no server',
    changed({ port: '1' }),
    'No PostgreSQL answers at DATABASE_URL (ECONNREFUSED). Start it, or correct',
  ],
  ['an unknown host', changed({ hostname: 'db.invalid' }), 'No PostgreSQL answers at DATABASE_URL'],
  [
    'a wrong password',
    changed({ password: 'guess' }),
    'refuses the name or the password in DATABASE_URL. Correct it',
  ],
  ['a wrong name', changed({ username: 'nobody' }), 'refuses the name or the password in DATABASE_URL'],
  [
    'an unknown database',
    changed({ pathname: '/nowhere' }),
    'The database named in DATABASE_URL does not exist',
  ],
])('an address with %s is one sentence with the way out', async (_, url, sentence) => {
  await expect(open({ DATABASE_URL: url })).rejects.toThrow(sentence)
})

test('the setting that is wrong is the one that is named', async () => {
  const url = changed({ password: 'guess' })
  await expect(open({ DATABASE_URL_OWNER: url })).rejects.toThrow('the password in DATABASE_URL_OWNER')
})

test('a database that is newer than the program is left alone', async () => {
  const owner = new pg.Client({ connectionString: database.owner })
  await owner.connect()
  await owner.query(`insert into schema_migrations (name) values ('29991231-0000-from-the-future.sql')`)
  await expect(migrate(database.owner, 'migrations')).rejects.toThrow(DatabaseIsNewer)
  await expect(migrate(database.owner, 'migrations')).rejects.toThrow('29991231-0000-from-the-future.sql')
  await owner.query(`delete from schema_migrations where name like '2999%'`)
  await owner.end()
  expect(await migrate(database.owner, 'migrations')).toEqual([])
})

function open(settings: Record<string, string>) {
  const given = {
    DATABASE_URL: database.app,
    DATABASE_URL_PUBLIC: database.public,
    DATABASE_URL_OWNER: database.owner,
    KIEZNETZ_SECRET: 'only for tests, but long enough for it',
    ...settings,
  }
  return openDatabase(readSettings(given), { purpose: 'serve', alone: true, say: () => {} })
}

function changed(
  part: Partial<Record<'port' | 'hostname' | 'password' | 'username' | 'pathname', string>>,
): string {
  return Object.assign(new URL(database.app), part).toString()
}
