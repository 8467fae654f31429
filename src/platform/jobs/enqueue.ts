import type { Tx } from '../database/connect.ts'
import type { JobName } from './job.ts'
import { insertJobs } from './store/insert-jobs.ts'

/**
 * Leaves a job behind in the caller's transaction for each piece of data: all are there after the commit, or none.
 * It starts within a second and is tried again with growing pauses until it succeeds.
 */
export const enqueue = <Data extends object>(
  tx: Tx,
  job: JobName<Data>,
  ...data: readonly Data[]
): Promise<void> => insertJobs(tx, job.name, data)

/** The same for later; it starts when the time has passed. */
export const enqueueAt = <Data extends object>(
  tx: Tx,
  job: JobName<Data>,
  after: Temporal.Duration,
  ...data: readonly Data[]
): Promise<void> => insertJobs(tx, job.name, data, Math.ceil(after.total('seconds')))
