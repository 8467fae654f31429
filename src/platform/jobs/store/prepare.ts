import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Job } from '../job.ts'

/**
 * Makes or updates the schema `pgboss` and a queue per job, as the owner, and lets the application use both.
 * Run after every migration; it changes nothing where nothing changed.
 */
export async function prepareJobs(ownerUrl: string, jobs: readonly Pick<Job, 'name' | 'everySeconds'>[]) {
  const boss = new PgBoss({ ...quiet, connectionString: ownerUrl, max: 1 })
  const faults: Error[] = []
  boss.on('error', error => faults.push(error))
  await boss.start()
  try {
    const existing = new Set((await boss.getQueues()).map(({ name }) => name))
    for (const job of jobs) {
      const options = job.everySeconds ? dutyOptions(job.everySeconds) : errandOptions
      if (existing.has(job.name)) await boss.updateQueue(job.name, options)
      else
        await boss.createQueue(job.name, { ...options, policy: job.everySeconds ? 'exclusive' : 'standard' })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  if (faults[0]) throw faults[0]
  await letApplicationUse(ownerUrl)
}

/** A killed worker is noticed after this long without a sign of life, and its job goes to another. */
const heartbeatSeconds = 30

/** Tried for more than half a day, so that a mail server may be down over night. */
const errandOptions = {
  heartbeatSeconds,
  ...{ retryLimit: 20, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 },
  deleteAfterSeconds: 24 * 3600,
}

/** Its next turn comes anyway. Kept for longer than one turn, or the same turn could be taken twice. */
const dutyOptions = (everySeconds: number) => ({
  heartbeatSeconds,
  ...{ retryLimit: 3, retryDelay: 5, retryBackoff: true },
  deleteAfterSeconds: Math.max(3600, 2 * everySeconds),
})

const quiet = { supervise: false, schedule: false, registerInstance: false } as const

async function letApplicationUse(ownerUrl: string) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query(`
      grant usage on schema pgboss to kieznetz_app;
      grant select, insert, update, delete on all tables in schema pgboss to kieznetz_app;
      grant execute on all functions in schema pgboss to kieznetz_app;`)
  } finally {
    await owner.end()
  }
}
