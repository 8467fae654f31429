import type { CancelReason } from '../../../outreach/index.ts'
import type { Tx } from '../../../platform/database/connect.ts'

export type SessionToCancel = NonNullable<Awaited<ReturnType<typeof findSession>>>

export const lockSession = (tx: Tx, cityId: string, id: string) =>
  sessionsIn(tx, cityId).where('sessions.id', '=', id).forNoKeyUpdate('sessions').executeTakeFirst()

export const findSession = (tx: Tx, cityId: string, id: string) =>
  sessionsIn(tx, cityId).where('sessions.id', '=', id).executeTakeFirst()

/** What families have registered for: this date, or the course it belongs to. */
export const findIntakeOf = async (
  tx: Tx,
  cityId: string,
  { id, offerId }: Pick<SessionToCancel, 'id' | 'offerId'>,
) => {
  const found = await tx
    .selectFrom('intakes')
    .select('id')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where(eb => eb.or([eb('sessionId', '=', id), eb('sessionId', 'is', null)]))
    .orderBy('sessionId')
    .limit(1)
    .executeTakeFirst()
  return found?.id
}

export const markCancelled = (
  tx: Tx,
  cityId: string,
  id: string,
  { reason, note, now }: { reason: CancelReason; note: string; now: Temporal.Instant },
) =>
  tx
    .updateTable('sessions')
    .set({ state: 'cancelled', cancelReason: reason, cancelNote: note, cancelledAt: now, changedAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

export const markHeldAgain = (tx: Tx, cityId: string, id: string, now: Temporal.Instant) =>
  tx
    .updateTable('sessions')
    .set({ state: 'planned', cancelReason: null, cancelNote: '', cancelledAt: null, changedAt: now })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

const sessionsIn = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('sessions')
    .innerJoin('offers', join =>
      join.onRef('offers.cityId', '=', 'sessions.cityId').onRef('offers.id', '=', 'sessions.offerId'),
    )
    .select(['sessions.id', 'sessions.offerId', 'sessions.centreId', 'sessions.providerId', 'sessions.state'])
    .select(['sessions.heldOn', 'sessions.starts', 'sessions.ends', 'sessions.startsAt', 'sessions.endsAt'])
    .select('offers.slug as offerSlug')
    .where('sessions.cityId', '=', cityId)
