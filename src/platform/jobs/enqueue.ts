import type { Tx } from '../database/connect.ts'
import type { JobName } from './job.ts'
import { insertJob } from './store/insert-job.ts'

/**
 * Leaves a job behind in the caller's transaction: both are there after the commit, or neither. It starts within
 * a second, or at the moment given, and is tried again with growing pauses until it succeeds.
 */
export const enqueue = <Data extends object>(
  tx: Tx,
  job: JobName<Data>,
  data: Data,
  { startAt }: { startAt?: Temporal.Instant } = {},
): Promise<void> => insertJob(tx, job.name, data, startAt)
