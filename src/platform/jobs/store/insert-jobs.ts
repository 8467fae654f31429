import { sql } from 'kysely'
import type { Tx } from '../../database/connect.ts'

/**
 * The rows that pg-boss's own `send` writes, one for each piece of data. Written here, because `send` wants a started
 * instance where a use case has only its transaction; a test holds the rows of both against each other.
 */
export const insertJobs = async (tx: Tx, name: string, data: readonly object[], inSeconds = 0) => {
  const { numAffectedRows = 0n } = await sql`
    insert into pgboss.job (name, data, start_after, keep_until, policy, expire_seconds, deletion_seconds,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
    select name, data, now() + ${inSeconds} * interval '1 second',
      now() + (${inSeconds} + retention_seconds) * interval '1 second', policy, expire_seconds,
      deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter
    from pgboss.queue, jsonb_array_elements(${JSON.stringify(data)}::jsonb) as data
    where name = ${name}`.execute(tx)
  if (Number(numAffectedRows) < data.length) throw new Error(`There is no queue for the job ${name}`)
}
