import { fork } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { connect } from '../../src/platform/database/connect.ts'
import { enqueue } from '../../src/platform/jobs/enqueue.ts'
import { jobNamed } from '../../src/platform/jobs/job.ts'
import { startJobs } from '../../src/platform/jobs/start.ts'
import { prepareJobs } from '../../src/platform/jobs/store/prepare.ts'
import { databaseForThisFile } from '../support/server.ts'

const database = await databaseForThisFile()
const greet = jobNamed<{ whom: string }>('greet')

test('a job whose worker was killed is done by another one', async () => {
  await prepareJobs(database.owner, [greet])
  await db.transaction().execute(tx => enqueue(tx, greet, { whom: 'Aylin' }))
  const worker = fork('tests/faults/killed-worker.ts', [database.app], { execArgv: [] })
  await once(worker, 'message')
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  expect(await states()).toEqual(['active'])

  const done: unknown[] = []
  const job = {
    name: greet.name,
    run: async ({ data, attempt }: { data: unknown; attempt: number }) => void done.push({ data, attempt }),
  }
  const log = { info: () => {}, error: () => {} }
  const other = await startJobs({
    url: database.app,
    db,
    jobs: [job],
    clock: () => Temporal.Now.instant(),
    log,
  })
  // Half a minute without a sign of life goes by.
  await admin.query(`update pgboss.job set heartbeat_on = heartbeat_on - interval '31 seconds'`)
  await vi.waitFor(async () => expect(await states()).toEqual(['retry']), { timeout: 15_000 })
  await admin.query('update pgboss.job set start_after = now()')
  await vi.waitFor(() => expect(done).toEqual([{ data: { whom: 'Aylin' }, attempt: 2 }]), { timeout: 5_000 })
  await other.stop()
}, 40_000)

const db = connect(database.app)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(async () => {
  await db.destroy()
  await admin.end()
})

const states = async () => (await admin.query('select state from pgboss.job')).rows.map(({ state }) => state)
