import type { Context } from '../../identity/index.ts'
import type { CancelReason } from '../../outreach/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import {
  previewOfCancelling,
  type Told,
  tellOfCancelledSession,
  toldOfIntake,
} from '../../registration/index.ts'
import { mayCancelSession } from '../permissions.ts'
import * as store from './store/cancelling.ts'

export type CancelSessionOutcome =
  | ({ outcome: 'cancelled' } & Told)
  | { outcome: 'already-cancelled' | 'over' }

/** Calls off a date. Families see why, and who holds or waits for a place is told in the same transaction. */
export const cancelSession = (
  context: Context,
  { sessionId, reason, note }: { sessionId: string; reason: CancelReason; note: string },
): Promise<CancelSessionOutcome> =>
  inTransaction(context, async tx => {
    const { city, now } = context
    const session = orNotFound(await store.lockSession(tx, city.id, sessionId))
    requireThat(mayCancelSession(context.actor, session))
    const obstacle = whyNotCancel(session, now)
    if (obstacle) return { outcome: obstacle }

    return { outcome: 'cancelled', ...(await cancelLocked(tx, context, session, { reason, note })) }
  })

/** The same for whoever has locked the date and may call it off. */
export const cancelLocked = async (
  tx: Tx,
  context: Context,
  session: store.SessionToCancel,
  why: { reason: CancelReason; note: string },
) => {
  await store.markCancelled(tx, context.city.id, session.id, { ...why, now: context.now })
  const told = await tellFamilies(tx, context, session, why)
  await record(tx, context, {
    ...{ action: 'session.cancelled', providerId: session.providerId, subjectId: session.id },
    fields: ['state', 'cancel_reason', 'cancel_note'],
  })
  return told
}

/** A date with what cancelling it would mean: whom it would reach, and what they would read of the reason. */
export const previewCancelling = (
  context: Context,
  sessionId: string,
  why?: { reason: CancelReason; note: string },
) =>
  inTransaction(context, async tx => {
    const { city, now } = context
    const session = orNotFound(await store.findSession(tx, city.id, sessionId))
    requireThat(mayCancelSession(context.actor, session))
    const intakeId = await store.findIntakeOf(tx, city.id, session)
    const told = intakeId ? await toldOfIntake(tx, city.id, intakeId) : nobody
    const letters =
      intakeId && why
        ? await previewOfCancelling(tx, context, intakeId, { ...why, startsAt: session.startsAt })
        : []
    return { session, told, letters, obstacle: whyNotCancel(session, now) }
  })

/** A date that is over took place: what was counted there stands. It can be called off until it ends. */
export const whyNotCancel = (
  { state, startsAt, endsAt }: Pick<store.SessionToCancel, 'state' | 'startsAt' | 'endsAt'>,
  now: Temporal.Instant,
): 'already-cancelled' | 'over' | undefined => {
  if (state === 'cancelled') return 'already-cancelled'
  return Temporal.Instant.compare(endsAt ?? startsAt, now) <= 0 ? 'over' : undefined
}

const tellFamilies = async (
  tx: Tx,
  context: Context,
  session: store.SessionToCancel,
  { reason, note }: { reason: CancelReason; note: string },
) => {
  const intakeId = await store.findIntakeOf(tx, context.city.id, session)
  if (!intakeId) return nobody
  return tellOfCancelledSession(tx, context, intakeId, { startsAt: session.startsAt, reason, note })
}

const nobody: Told = { byMail: 0, toCall: 0, notReached: 0 }
