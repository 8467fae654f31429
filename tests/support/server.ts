import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import {
  type DatabaseUrls,
  type Passwords,
  secureDatabase,
  urlsOf,
} from '../../src/platform/database/prepare.ts'
import { refuseStaffSentences } from './staff-sentences.ts'

export type TestServer = { adminUrl: string; passwords: Passwords }
export type TestDatabase = DatabaseUrls & { admin: string; name: string }

export const template = 'kieznetz_template'

/**
 * A migrated, empty database for the test file that asks, copied from the template in some 50 ms and dropped
 * after its last test. Call it at the top: `const database = await databaseForThisFile()`.
 */
export async function databaseForThisFile(): Promise<TestDatabase> {
  refuseStaffSentences()
  const { adminUrl, passwords } = inject('testServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin(adminUrl, async admin => {
    await admin.query(`create database ${name} template ${template} strategy file_copy owner kieznetz_owner`)
    await secureDatabase(admin, name)
  })
  afterAll(() => asAdmin(adminUrl, admin => admin.query(`drop database if exists ${name} with (force)`)))
  const adminOfIt = new URL(adminUrl)
  adminOfIt.pathname = `/${name}`
  return { name, admin: adminOfIt.toString(), ...urlsOf(adminUrl, name, passwords) }
}

async function asAdmin(adminUrl: string, work: (admin: pg.Client) => Promise<unknown>) {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
