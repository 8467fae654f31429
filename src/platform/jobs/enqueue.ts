import type { Tx } from '../database/connect.ts'
import type { JobName } from './job.ts'
import { deleteWaitingJobs, insertJobs } from './store/insert-jobs.ts'

/**
 * Leaves a job behind in the caller's transaction for each piece of data: all are there after the commit, or none.
 * It starts within a second and is tried again with growing pauses until it succeeds.
 */
export const enqueue = <Data extends object>(
  tx: Tx,
  job: JobName<Data>,
  ...data: readonly Data[]
): Promise<void> =>
  insertJobs(
    tx,
    job.name,
    data.map(one => ({ data: one })),
  )

/** The same under ids by which the jobs can be dropped again. */
export const enqueueById = <Data extends object>(
  tx: Tx,
  job: JobName<Data>,
  jobs: readonly { id: string; data: Data }[],
): Promise<void> => insertJobs(tx, job.name, jobs)

/** What these jobs were to do is done; those that have begun go on, and find nothing to do. */
export const dropJobs = (tx: Tx, job: JobName<object>, ids: readonly string[]) =>
  deleteWaitingJobs(tx, job.name, ids)

/** The same for later; it starts when the time has passed. */
export const enqueueAt = <Data extends object>(
  tx: Tx,
  job: JobName<Data>,
  after: Temporal.Duration,
  ...data: readonly Data[]
): Promise<void> =>
  insertJobs(
    tx,
    job.name,
    data.map(one => ({ data: one })),
    Math.ceil(after.total('seconds')),
  )
