import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { atCentre, planningIn } from './calendar.ts'
import { openForRegistration } from './open-for-registration.ts'
import { planSessions } from './plan-sessions.ts'
import { findJoiningRules, findSessionsOf } from './store/offers-to-fill.ts'
import { findOpenEnded, insertSessions, type NewSession } from './store/sessions.ts'

/**
 * The daily duty that keeps every series without end filled for forty weeks, and says how many sessions it added.
 * It only adds days after the last one a series has, so a session that staff moved or cancelled never comes back.
 */
export const extendSeries = (context: Context): Promise<number> =>
  inTransaction(context, tx => extendIn(tx, context.city.id, context.now))

const extendIn = async (tx: Tx, cityId: string, now: Temporal.Instant) => {
  const planning = await planningIn(tx, cityId, now)
  const added: NewSession[] = []
  for (const { offerId, centreId, filledUntil, ...series } of await findOpenEnded(tx, cityId)) {
    const { sessions } = planSessions([series], atCentre(planning, centreId))
    const isNew = (day: Temporal.PlainDate) =>
      !filledUntil || Temporal.PlainDate.compare(day, filledUntil) > 0
    added.push(
      ...sessions
        .filter(({ heldOn, startsAt }) => isNew(heldOn) && Temporal.Instant.compare(startsAt, now) > 0)
        .map(session => ({ ...session, offerId, id: randomUUIDv7() })),
    )
  }
  await insertSessions(tx, cityId, added)
  await openExtended(tx, cityId, [...new Set(added.map(session => session.offerId))], { ...planning, now })
  return added.length
}

const openExtended = async (
  tx: Tx,
  cityId: string,
  offerIds: string[],
  { timeZone, now }: { timeZone: string; now: Temporal.Instant },
) => {
  const sessions = Map.groupBy(await findSessionsOf(tx, cityId, offerIds), session => session.offerId)
  const offers = await findJoiningRules(tx, cityId, offerIds)
  await openForRegistration(
    tx,
    offers.map(offer => ({
      offer,
      course: sessions.get(offer.id) ?? [],
      coming: sessions.get(offer.id) ?? [],
    })),
    { cityId, timeZone, now },
  )
}
