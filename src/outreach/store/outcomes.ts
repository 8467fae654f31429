import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { fingerprint } from './bounced.ts'
import type { Reason } from './stored-messages.ts'
import { waits } from './waiting.ts'

type Telling = { now: Temporal.Instant; keep: boolean; channel?: 'sms' }

/** Marks them as told. Unless they are kept for the demo's mailbox, nothing personal stays but ids. */
export const markTold = async (
  tx: Tx,
  cityId: string,
  ids: readonly string[],
  { now, keep, channel }: Telling,
) => {
  await tx
    .updateTable('messages')
    .set({ state: 'sent', sentAt: now, ...(channel && { channel }), ...(!keep && nothingPersonal) })
    .set({
      sentTo: sql`case when channel = 'email' then ${fingerprint(cityId, sql.ref('address'))} end`,
    })
    .where('cityId', '=', cityId)
    .where('id', '=', sql<string>`any (${ids}::uuid[])`)
    .execute()
}

const nothingPersonal = { facts: '{}', address: '', isNeutral: false, hours: null }

/** One more attempt was in vain; with a reason it was the last one. */
export const noteFailure = async (tx: Tx, cityId: string, id: string, reason: Reason | undefined) => {
  await tx
    .updateTable('messages')
    .set(eb => ({ attempts: eb('attempts', '+', 1), ...(reason && { state: 'failed', reason }) }))
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', waits)
    .execute()
}

/** Somebody of the team has to tell it, and reads why. */
export const leaveToStaff = async (tx: Tx, cityId: string, id: string, reason: Reason) => {
  await tx
    .updateTable('messages')
    .set({ state: 'by-hand', reason })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()
}
