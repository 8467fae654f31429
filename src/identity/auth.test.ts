import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { createAuth } from './auth.ts'
import { createIdentity } from './identity.ts'

const database = await databaseForThisFile()
// As the administrator of the server, for the application may not read what tables there are to be changed.
const pool = new pg.Pool({ connectionString: database.admin, options: '-c search_path=identity', max: 2 })
afterAll(() => pool.end())
const baseUrl = 'https://netz.example.org'
const secret = 'only for tests, but long enough for the library'

test('our tables are those that the library of this version wants', async () => {
  const { options } = createAuth({ pool, secret, baseUrl })
  const { toBeCreated, toBeAdded } = await getMigrations(options)
  expect(toBeCreated.map(({ table }) => table)).toEqual([])
  expect(
    toBeAdded.flatMap(({ table, fields }) => Object.keys(fields).map(field => `${table}.${field}`)),
  ).toEqual([])
})

test('over TLS the cookies are marked as secure', async () => {
  const { $context } = createAuth({ pool, secret, baseUrl })
  const { sessionToken } = (await $context).authCookies
  expect(sessionToken.attributes).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax' })
  expect(sessionToken.name).toMatch(/^__Secure-/)
})

test.each([
  ['https://*.example.org', 'names no single host'],
  ['https://0.0.0.0', 'names no single host'],
  ['nonsense', 'names no single host'],
  ['http://netz.example.org', 'unencrypted'],
])('staff cannot sign in at %s', (address, sentence) => {
  expect(() => openAt(address)).toThrow(sentence)
})

test('on this machine, signing in without TLS is fine', async () => {
  await openAt('http://localhost:3000').stop()
})

function openAt(address: string) {
  return createIdentity({ appUrl: database.app, db: {} as never, secret, baseUrl: address, isDemo: false })
}
