import { sql } from 'kysely'
import type { Tx } from '../../database/connect.ts'

/**
 * The row that pg-boss's own `send` writes. Written here, because `send` wants a started instance where a use case
 * has only its transaction; a test holds the two rows against each other.
 */
export const insertJob = async (tx: Tx, name: string, data: object, startAt?: Temporal.Instant) => {
  const { numAffectedRows } = await sql`
    insert into pgboss.job (name, data, start_after, keep_until, policy, expire_seconds, deletion_seconds,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds, dead_letter)
    select name, ${JSON.stringify(data)}::jsonb, start_after, start_after + retention_seconds * interval '1 second',
      policy, expire_seconds, deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max,
      heartbeat_seconds, dead_letter
    from pgboss.queue, (select coalesce(${startAt?.toString() ?? null}::timestamptz, now()) as start_after) as start
    where name = ${name}`.execute(tx)
  if (!numAffectedRows) throw new Error(`There is no queue for the job ${name}`)
}
