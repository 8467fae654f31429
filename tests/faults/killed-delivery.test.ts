import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { jobNames } from '../../src/app/index.ts'
import { notify } from '../../src/outreach/index.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { prepareJobs } from '../../src/platform/jobs/store/prepare.ts'
import { aMailServer } from '../support/mail-server.ts'
import { databaseForThisFile } from '../support/server.ts'
import { aTown } from '../support/town.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const families = 200

test('a worker killed in the middle of delivering loses no mail, and none comes as a second one', async () => {
  const server = await aMailServer({ holdsFrom: 120 })
  await prepareJobs(database.owner, jobNames)
  await queue()

  const worker = workerWith(server.url)
  await vi.waitFor(() => expect(server.received.length).toBeGreaterThan(120), waiting)
  await vi.waitFor(async () => expect((await idsThat('sent')).length).toBeGreaterThan(0), waiting)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  const [arrived, noted] = [messageIds(server), await idsThat('sent')]
  expect((await idsThat('waiting')).length).toBeGreaterThan(0)
  // Some arrived and could not be noted any more: these are the dangerous ones.
  expect(arrived.filter(id => !noted.includes(id)).length).toBeGreaterThan(0)

  server.received.length = 0
  server.behaviour.holdsFrom = Infinity
  // Half a minute without a sign of life goes by.
  await admin.query(
    `update pgboss.job set heartbeat_on = heartbeat_on - interval '31 seconds' where state = 'active'`,
  )
  const other = workerWith(server.url)
  const hurry = setInterval(
    () => admin.query(`update pgboss.job set start_after = now() where state = 'retry'`),
    500,
  )
  await vi
    .waitFor(async () => expect(await idsThat('waiting')).toEqual([]), waiting)
    .finally(() => clearInterval(hurry))
  other.kill('SIGKILL')
  await once(other, 'exit')
  server.close()

  const again = messageIds(server)
  expect(await idsThat('sent')).toHaveLength(families)
  expect(new Set([...arrived, ...again])).toEqual(new Set(await idsThat('sent')))
  // What was noted is sent no more; what was not comes under the id by which mail systems know the double.
  expect(again.filter(id => noted.includes(id))).toEqual([])
  expect(new Set(again).size).toBe(again.length)
}, 90_000)

const waiting = { timeout: 40_000, interval: 200 }

const workers: ChildProcess[] = []
const workerWith = (smtpUrl: string) => {
  const worker = fork('tests/faults/killed-delivery.ts', [database.app, smtpUrl], {
    execArgv: ['--import', 'tsx'],
  })
  workers.push(worker)
  return worker
}

const messageIds = ({ received }: { received: readonly string[] }) =>
  received.map(mail => mail.match(/^Message-ID: <(.+)@kiez\.example>$/m)?.[1] ?? '')

async function queue() {
  const { providerId, id: centreId } = town.westend
  const desk = town.contextOf({ kind: 'desk', providerId, centreId }, Temporal.Now.instant())
  await inTransaction(desk, tx =>
    notify(
      tx,
      desk,
      ...Array.from({ length: families }, (_, index) => ({
        ...{ kind: 'letter' as const, providerId, centreId, language: 'de' as const },
        contact: { kind: 'email' as const, email: `familie-${index}@example.org` },
        facts: { subject: 'Ein Platz ist frei', paragraphs: [{ words: 'Hallo' }] },
      })),
    ),
  )
}

const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
const idsThat = async (state: string) =>
  (await admin.query('select id from messages where state = $1', [state])).rows.map(({ id }) => id as string)
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL')
  await admin.end()
})
