import type { Context } from '../identity/index.ts'
import type { CancelReason } from '../outreach/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { isLive } from './registration.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'
import { tell } from './tell.ts'

export type SessionNews = { startsAt: Temporal.Instant; reason: CancelReason; note: string }

/**
 * Tells every family that holds or waits for a place that a session does not take place, in the transaction that
 * cancels it. Nobody can register for a single session any more; the rest of a course goes on.
 */
export const tellOfCancelledSession = async (
  tx: Tx,
  context: Context,
  intakeId: string,
  news: SessionNews,
) => {
  const cityId = context.city.id
  const intake = await intakes.lockIntake(tx, cityId, intakeId)
  if (!intake) return { told: 0, notReached: 0 }
  if (intake.sessionId) await intakes.stopIntake(tx, cityId, intakeId)

  const concerned = (await store.listRegistrations(tx, cityId, intakeId)).filter(({ state }) => isLive(state))
  const { startsAt, reason, note } = news
  for (const registration of concerned) {
    await tell(tx, context, 'session-cancelled', registration, { ...intake, startsAt }, { reason, note })
  }
  const notReached = concerned.filter(({ household }) => household.contact.kind === 'none').length
  return { told: concerned.length - notReached, notReached }
}
