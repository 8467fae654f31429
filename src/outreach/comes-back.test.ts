import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { byPostfix } from '../../tests/support/bounces.ts'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { aMailServer } from '../../tests/support/mail-server.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { openMailer } from '../platform/mail/mailer.ts'
import { PostDelayed } from '../platform/post-failures.ts'
import { newSecret } from '../platform/web/keys.ts'
import { deliver } from './deliver.ts'

/** Mail that goes to a mail server, and what comes back from it: over SMTP, and by the command of the operator. */

const database = await databaseForThisFile()
const town = await aTown(database)
const offer = await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 100 })
const session = await town.aSession({ offer, on: '2026-12-01' })
const server = await aMailServer()
const mailer = openMailer(server.url, 'netz@kiez.example')
const post = { mailer, isDemo: false }

test('a mailbox that does not exist: staff read the address, and call', async () => {
  server.behaviour.recipient = '550 5.1.1 no such user'
  const id = await somebodyRegisters('Familie Yıldız', 'yildiz@example.org')
  await deliver(system, post, id)
  expect(await row(id)).toMatchObject({ state: 'failed', reason: 'refused' })
  const card = await cardOf('Familie Yıldız')
  expect(card).toContain('yildiz@example.org')
  expect(card).toContain('die Adresse oder Nummer wurde abgelehnt')
})

test('a mailbox that is full for now is tried again, later each time, and gets it once', async () => {
  server.behaviour.recipient = '452 4.2.2 mailbox full'
  const id = await somebodyRegisters('Familie Kaya', 'kaya@example.org')
  await expect(deliver(system, post, id)).rejects.toThrow(PostDelayed)
  await expect(deliver(system, post, id)).rejects.toThrow(PostDelayed)
  expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 2 })
  const { rows } = await admin.query(
    `select retry_backoff, retry_limit from pgboss.queue where name = 'deliver-message'`,
  )
  expect(rows).toEqual([{ retry_backoff: true, retry_limit: 20 }])
  server.behaviour.recipient = '250 ok'
  await deliver(system, post, id)
  expect(await row(id)).toMatchObject({ state: 'sent' })
  expect(server.received.filter(mail => mail.includes(id))).toHaveLength(1)
})

test('what comes back later finds its message, and staff see it', async () => {
  const id = await somebodyRegisters('Familie Novak', 'novak@example.org')
  await deliver(system, post, id)
  expect(server.envelopes.join()).toContain(`ENVID=${id}`)
  const [, named = ''] = server.received.at(-1)?.match(/^Message-ID: <(.+)@kiez\.example>$/m) ?? []
  await kieznetzBounce(byPostfix({ id: named, to: 'novak@example.org' }))
  expect(await row(id)).toMatchObject({ state: 'bounced', reason: 'bounced', address: '' })
  expect(await cardOf('Familie Novak')).toContain('Bitte frag die Familie nach einer neuen Adresse')
})

/** As a mail server pipes it to the program. */
async function kieznetzBounce(mail: string) {
  const program = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'bounce'], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...{
        KIEZNETZ_SECRET: newSecret() + newSecret(),
        DATABASE_URL: database.app,
        DATABASE_URL_OWNER: database.owner,
        DATABASE_URL_PUBLIC: database.public,
      },
    },
  })
  program.stdin?.end(mail)
  expect(await once(program, 'exit')).toEqual([0, null])
}

const cardOf = async (called: string) => {
  const page = load(await (await lead.get('/de/staff/calls')).text())
  return page('section')
    .filter((_, card) => page(card).find('h2').text() === called)
    .text()
}

async function somebodyRegisters(called: string, email: string) {
  const { registrationId } = await joins(
    town,
    session,
    aFamily(called, { contact: { kind: 'email', email } }),
  )
  const { rows } = await admin.query('select id from messages where registration_id = $1', [registrationId])
  return rows[0].id as string
}

const system = town.contextOf({ kind: 'system' })
const lead = webForTest(database, { as: leadOf(town.westend) })
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
const row = async (id: string) => (await admin.query('select * from messages where id = $1', [id])).rows[0]
beforeEach(() => {
  server.behaviour.recipient = '250 ok'
})
afterAll(async () => {
  mailer.close()
  server.close()
  await Promise.all([lead.close(), admin.end()])
})
