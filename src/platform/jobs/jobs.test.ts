import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { connect } from '../database/connect.ts'
import { dropJobs, enqueue, enqueueById } from './enqueue.ts'
import { type Job, jobNamed } from './job.ts'
import { type RunningJobs, startJobs } from './start.ts'
import { missedDuties } from './store/duties.ts'
import { prepareJobs } from './store/prepare.ts'

const database = await databaseForThisFile()
const greet = jobNamed<{ whom: string }>('greet')
const water = { name: 'water-plants', everySeconds: 2 }

test('a job is done once its transaction has committed', async () => {
  const greeted = await greeting()
  await db.transaction().execute(tx => enqueue(tx, greet, { whom: 'Aylin' }))
  await vi.waitFor(() => expect(greeted).toEqual(['Aylin']), patience)
})

test('a job is gone with the transaction that caused it', async () => {
  const greeted = await greeting()
  await db
    .transaction()
    .execute(async tx => {
      await enqueue(tx, greet, { whom: 'Aylin' })
      throw new Error('the registration failed')
    })
    .catch(() => {})
  expect(await jobsLeft()).toEqual([])
  await db.transaction().execute(tx => enqueue(tx, greet, { whom: 'Control' }))
  await vi.waitFor(() => expect(greeted).toEqual(['Control']), patience)
})

test('a job that somebody else has done meanwhile is dropped, and no other', async () => {
  const [done, left] = [randomUUID(), randomUUID()]
  await db.transaction().execute(tx =>
    enqueueById(tx, greet, [
      { id: done, data: { whom: 'Aylin' } },
      { id: left, data: { whom: 'Control' } },
    ]),
  )
  await db.transaction().execute(tx => dropJobs(tx, greet, [done]))
  const greeted = await greeting()
  await vi.waitFor(() => expect(greeted).toEqual(['Control']), patience)
})

test('a job for an unknown queue fails where it is enqueued, not in the dark', async () => {
  await expect(db.transaction().execute(tx => enqueue(tx, jobNamed('dance'), {}))).rejects.toThrow(
    'no queue for the job dance',
  )
})

test('our way to enqueue writes what pg-boss itself would write', async () => {
  const boss = new PgBoss({ connectionString: database.owner, supervise: false, schedule: false })
  await boss.start()
  await boss.send(greet.name, { whom: 'Aylin' })
  await boss.stop()
  await db.transaction().execute(tx => enqueue(tx, greet, { whom: 'Aylin' }))
  const [theirs, ours] = (await jobsLeft()).map(({ id, created_on, start_after, keep_until, ...row }) => ({
    ...row,
    kept: keep_until - start_after,
  }))
  expect(ours).toEqual(theirs)
})

test('a job that fails is tried again, later and later', async () => {
  const attempts: number[] = []
  await start({
    name: greet.name,
    run: async ({ attempt }) => {
      attempts.push(attempt)
      if (attempt === 1) throw new Error('the line was busy')
    },
  })
  await db.transaction().execute(tx => enqueue(tx, greet, { whom: 'Aylin' }))
  await vi.waitFor(() => expect(attempts).toEqual([1]), patience)
  await vi.waitFor(async () => expect(await jobsLeft()).toMatchObject([{ state: 'retry' }]), patience)
  const [again] = await jobsLeft()
  expect(again.start_after.getTime()).toBeGreaterThan(Date.now() + 1000)
  await admin.query('update pgboss.job set start_after = now()')
  await vi.waitFor(() => expect(attempts).toEqual([1, 2]), patience)
})

test('what a failed job leaves behind quotes no value', async () => {
  await start({
    name: greet.name,
    run: async () => {
      throw Object.assign(new Error('no mailbox aylin@example.org'), { code: 'EENVELOPE' })
    },
  })
  await db.transaction().execute(tx => enqueue(tx, greet, { whom: 'Aylin' }))
  await vi.waitFor(async () => expect(await jobsLeft()).toMatchObject([{ state: 'retry' }]), patience)
  expect(JSON.stringify([(await jobsLeft())[0].output, logged])).toContain('EENVELOPE')
  expect(JSON.stringify([(await jobsLeft())[0].output, logged])).not.toContain('aylin@')
})

test('two processes share the work, and each job is done by one of them', async () => {
  const done: string[] = []
  const job = {
    name: greet.name,
    run: async ({ data }: { data: { whom: string } }) => {
      done.push(data.whom)
    },
  }
  await Promise.all([start(job), start(job)])
  const everybody = Array.from({ length: 60 }, (_, index) => `family ${index}`)
  await db.transaction().execute(tx => enqueue(tx, greet, ...everybody.map(whom => ({ whom }))))
  await vi.waitFor(() => expect(done.length).toBeGreaterThanOrEqual(60), { timeout: 15_000 })
  expect(done.toSorted()).toEqual(everybody.toSorted())
})

test('a duty takes one turn per interval, however many processes run', async () => {
  let turns = 0
  const duty = { ...water, run: async () => void turns++ }
  const started = Date.now()
  await Promise.all([start(duty), start(duty), start(duty)])
  await vi.waitFor(() => expect(turns).toBeGreaterThanOrEqual(2), { timeout: 15_000 })
  expect(turns).toBeLessThanOrEqual(Math.ceil((Date.now() - started) / 2000) + 1)
})

test('stopping lets a running job finish', async () => {
  let isFinished = false
  let begin = () => {}
  const begun = new Promise<void>(resolve => {
    begin = resolve
  })
  const running = await start({
    name: greet.name,
    run: async () => {
      begin()
      await wait(800)
      isFinished = true
    },
  })
  await db.transaction().execute(tx => enqueue(tx, greet, { whom: 'Aylin' }))
  await begun
  await running.stop()
  expect(isFinished).toBe(true)
  expect(await jobsLeft()).toMatchObject([{ state: 'completed' }])
})

test('a duty that stopped is found after three intervals, and one that succeeds is not', async () => {
  const clock = { now: Temporal.Instant.from('2026-11-23T08:00:00Z') }
  let isBroken = false
  const duty = {
    name: water.name,
    everySeconds: 2,
    run: async () => {
      if (isBroken) await failing()
    },
  }
  await start(duty, () => clock.now)
  const later = (seconds: number) => clock.now.add({ seconds })
  await vi.waitFor(async () => expect(await jobsLeft()).toMatchObject([{ state: 'completed' }]), patience)
  expect(await missedDuties(db, later(50))).toEqual([])
  expect(await missedDuties(db, later(70))).toMatchObject([{ job: water.name }])

  isBroken = true
  clock.now = later(70)
  await vi.waitFor(() => expect(logged).toMatchObject([{ job: water.name }]), patience)
  expect(await missedDuties(db, clock.now)).toMatchObject([{ job: water.name }])
})

test('a duty that never ran at all is found too, and one that no longer exists is forgotten', async () => {
  const now = Temporal.Instant.from('2026-11-23T08:00:00Z')
  await start({ name: water.name, everySeconds: 2, run: failing }, () => now)
  expect(await missedDuties(db, now.add({ minutes: 2 }))).toMatchObject([{ job: water.name, lastAt: now }])
  await start({ name: greet.name, run: async () => {} }, () => now)
  expect(await missedDuties(db, now.add({ minutes: 2 }))).toEqual([])
})

const patience = { timeout: 8000, interval: 50 }
const db = connect(database.app)
const admin = new pg.Client({ connectionString: database.admin })
const started: RunningJobs[] = []
let logged: object[] = []

beforeAll(async () => {
  await admin.connect()
  await prepareJobs(database.owner, [greet, water])
})
beforeEach(() => {
  logged = []
})
afterEach(async () => {
  await Promise.all(started.splice(0).map(running => running.stop()))
  await admin.query('truncate pgboss.job, heartbeats')
})
afterAll(async () => {
  await db.destroy()
  await admin.end()
})

async function failing() {
  throw new Error('no water')
}

async function greeting() {
  const greeted: string[] = []
  await start({
    name: greet.name,
    run: async ({ data }: { data: { whom: string } }) => void greeted.push(data.whom),
  })
  return greeted
}

async function start<Data>(job: Job<Data>, clock = () => Temporal.Now.instant()) {
  const log = { info: () => {}, error: (facts: object) => void logged.push(facts) }
  const running = await startJobs({ url: database.app, db, jobs: [job as Job], clock, log })
  started.push(running)
  return running
}

async function jobsLeft() {
  const { rows } = await admin.query(
    `select * from pgboss.job where name in ('greet', 'water-plants') order by created_on`,
  )
  return rows
}
