import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

/** The next online session of a registration; the address is there only while the door is open. */
export type OnlineSession = {
  startsAt: Temporal.Instant
  /** Half an hour before it starts. */
  shownFrom: Temporal.Instant
  hasLink: boolean
  address: string | null
}

/** Undefined for what is held elsewhere or is over, and for whoever has no confirmed place. */
export const findOnlineSession = async (
  tx: Tx,
  cityId: string,
  hash: Buffer,
  now: Temporal.Instant,
): Promise<OnlineSession | undefined> => {
  const { rows } = await sql<OnlineSession>`
    select starts_at, shown_from, has_link, address
    from online_session_behind(${cityId}, ${hash}, ${now.toString()})`.execute(tx)
  return rows[0]
}
