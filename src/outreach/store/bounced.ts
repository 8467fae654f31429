import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

/** Whether mail to this address came back. */
export const hasBounced = async (tx: Tx, cityId: string, address: string) => {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('cityId', '=', cityId)
    .where('state', '=', cameBack)
    .where('sentTo', '=', fingerprint(cityId, sql`${address}::text`))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** False where there is no such mail that was sent. */
export const markBounced = async (tx: Tx, cityId: string, id: string) => {
  const { numUpdatedRows } = await tx
    .updateTable('messages')
    .set({ state: 'bounced', reason: 'bounced' })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .where('channel', '=', 'email')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Enough to know an address again, and not to read it. */
export const fingerprint = (cityId: string, address: RawBuilder<unknown>) =>
  sql<Buffer>`sha256(convert_to(${cityId} || ' ' || lower(${address}), 'UTF8'))`

/** Said as a word for the sake of its index, as `waits` is. */
export const cameBack = sql.lit('bounced' as const)
