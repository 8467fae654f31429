import { sql } from 'kysely'
import type { Tx } from '../../database/connect.ts'

/** A job under an id of its own can be dropped again by it. */
export type JobToInsert = { id?: string; data: object }

/**
 * The rows that pg-boss's own `send` writes, one for each job. Written here, because `send` wants a started instance
 * where a use case has only its transaction; a test holds the rows of both against each other.
 */
export const insertJobs = async (tx: Tx, name: string, jobs: readonly JobToInsert[], inSeconds = 0) => {
  const { numAffectedRows = 0n } = await sql`
    insert into pgboss.job (id, name, data, start_after, keep_until, policy, expire_seconds, deletion_seconds,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
    select coalesce((job ->> 'id')::uuid, gen_random_uuid()), name, job -> 'data',
      now() + ${inSeconds} * interval '1 second',
      now() + (${inSeconds} + retention_seconds) * interval '1 second', policy, expire_seconds,
      deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter
    from pgboss.queue, jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) as job
    where name = ${name}`.execute(tx)
  if (Number(numAffectedRows) < jobs.length) throw new Error(`There is no queue for the job ${name}`)
}

/** Drops those of the jobs that nobody has begun. */
export const deleteWaitingJobs = (tx: Tx, name: string, ids: readonly string[]) =>
  sql`delete from pgboss.job where name = ${name} and id = any (${ids}::uuid[]) and state < 'active'`.execute(
    tx,
  )
