import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Database } from '../database/connect.ts'
import type { Job } from './job.ts'
import { announceDuties, beat, type MissedDuty, missedDuties } from './store/duties.ts'

export type JobLog = {
  info: (facts: object, sentence: string) => void
  error: (facts: object, sentence: string) => void
}

type Starting = {
  /** The address of the application's role. */
  url: string
  db: Database
  jobs: readonly Job[]
  clock: () => Temporal.Instant
  log: JobLog
  /** Told once when a duty has stopped, and again only after it has run in between. */
  onMissedDuties?: (missed: readonly MissedDuty[]) => Promise<void>
}

export type RunningJobs = { stop: () => Promise<void> }

/**
 * Works off the jobs until stopped. Any number of processes may do so together: a job is given to one of them at a
 * time, and a duty has one turn per interval. Stopping lets running jobs finish, for ten seconds at most.
 */
export async function startJobs({
  url,
  db,
  jobs,
  clock,
  log,
  onMissedDuties,
}: Starting): Promise<RunningJobs> {
  const boss = new PgBoss({
    connectionString: url,
    max: 4,
    ...{ migrate: false, createSchema: false, schedule: false, registerInstance: false },
    ...{ reindex: false, monitorVacuum: false },
    ...{ superviseIntervalSeconds: 10, monitorIntervalSeconds: 10, maintenanceIntervalSeconds: 3600 },
  })
  boss.on('error', error => log.error(withoutValues(error), 'the queue of jobs reports a fault'))
  await boss.start()
  await announceDuties(db, jobs, clock())

  for (const job of jobs) {
    const pollingIntervalSeconds = job.everySeconds ? Math.min(10, Math.max(1, job.everySeconds / 5)) : 1
    const options = {
      ...(job.everySeconds ? oneHand : twoHands),
      burstWhenBatchFull: true,
      pollingIntervalSeconds,
    }
    await boss.work<unknown, unknown, typeof perJob & typeof options>(
      job.name,
      { ...options, ...perJob },
      (batch: JobWithMetadata<unknown>[]) => Promise.all(batch.map(one => runOne(job, one))),
    )
  }

  async function runOne(job: Job, { id, data, retryCount, retryLimit }: JobWithMetadata<unknown>) {
    try {
      await job.run({ data, attempt: retryCount + 1, isLastAttempt: retryCount >= retryLimit })
      if (job.everySeconds) await beat(db, job.name, job.everySeconds, clock())
      return { id, status: 'completed' as const }
    } catch (error) {
      const output = withoutValues(error)
      log.error({ job: job.name, attempt: retryCount + 1, ...output }, 'a job failed')
      return { id, status: 'failed' as const, output }
    }
  }

  const timers = jobs.flatMap(job =>
    job.everySeconds ? [takeTurns(boss, job.name, job.everySeconds, log)] : [],
  )
  timers.push(watchDuties(db, clock, log, onMissedDuties))
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** Of what was enqueued, the one hand works while the other fetches: nothing stands still until all of a batch is done. */
const twoHands = { batchSize: 5, localConcurrency: 2 } as const
const oneHand = { batchSize: 10, localConcurrency: 1 } as const

const perJob = { perJobResults: true, includeMetadata: true } as const

/** Asks for a turn often enough to miss none; the queue keeps one per interval, over all processes. */
function takeTurns(boss: PgBoss, name: string, everySeconds: number, log: JobLog) {
  const ask = () =>
    boss
      .send(name, {}, { singletonSeconds: everySeconds })
      .catch(error => log.error({ job: name, ...withoutValues(error) }, 'a duty could not take its turn'))
  void ask()
  return setInterval(ask, Math.min(everySeconds, 30) * 1000)
}

function watchDuties(
  db: Database,
  clock: () => Temporal.Instant,
  log: JobLog,
  onMissedDuties: Starting['onMissedDuties'],
) {
  let known = new Set<string>()
  const look = async () => {
    try {
      const missed = await missedDuties(db, clock())
      const news = missed.filter(({ job }) => !known.has(job))
      known = new Set(missed.map(({ job }) => job))
      for (const { job, lastAt } of news) log.error({ job, lastAt: lastAt.toString() }, 'a duty has stopped')
      if (news.length > 0) await onMissedDuties?.(news)
    } catch (error) {
      log.error(withoutValues(error), 'the duties could not be watched')
    }
  }
  return setInterval(look, 60_000)
}

/** What went wrong without what it was about: messages of mail servers and databases quote addresses and rows. */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { error: 'unknown' }
  const place = error.stack
    ?.split('\n')
    .find(line => line.includes(' at '))
    ?.trim()
  return { error: error.name, ...('code' in error && { code: String(error.code) }), ...(place && { place }) }
}
