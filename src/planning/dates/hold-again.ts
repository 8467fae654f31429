import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { type Told, tellOfSessionAgain } from '../../registration/index.ts'
import { mayCancelSession } from '../permissions.ts'
import { planningIn } from '../series/calendar.ts'
import { fillOffers } from '../series/fill-series.ts'
import * as store from './store/cancelling.ts'
import { findOfferToChange, listDatesToChange } from './store/changing.ts'

export type HoldAgainOutcome = ({ outcome: 'held-again' } & Told) | { outcome: 'not-cancelled' | 'over' }

/**
 * Holds a cancelled date after all. Who had a place or waited still does, and is told; others can register again.
 */
export const holdAgain = (context: Context, sessionId: string): Promise<HoldAgainOutcome> =>
  inTransaction(context, async tx => {
    const { city, now } = context
    const session = orNotFound(await store.lockSession(tx, city.id, sessionId))
    requireThat(mayCancelSession(context.actor, session))
    if (session.state !== 'cancelled') return { outcome: 'not-cancelled' }
    if (Temporal.Instant.compare(session.startsAt, now) <= 0) return { outcome: 'over' }

    await store.markHeldAgain(tx, city.id, sessionId, now)
    // While it was cancelled, what nobody had joined was taken away.
    await fillOffers(tx, [session.offerId], { ...(await planningIn(tx, city.id, now)), cityId: city.id, now })
    const told = await tell(tx, context, session)
    await record(tx, context, {
      ...{ action: 'session.held-again', providerId: session.providerId, subjectId: sessionId },
      fields: ['state'],
    })
    return { ...{ outcome: 'held-again' }, ...told }
  })

const tell = async (tx: Tx, context: Context, { id, offerId }: store.SessionToCancel): Promise<Told> => {
  const dates = await listDatesToChange(tx, context.city.id, offerId, context.now)
  const date = dates.find(each => each.id === id)
  if (!date?.intakeId) return { byMail: 0, toCall: 0, notReached: 0 }
  const { intakeId, startsAt, ends, ownPlace } = date
  const offer = await findOfferToChange(tx, context.city.id, offerId)
  const place = ownPlace ?? offer?.place ?? ''
  const hasOwnPlace = ownPlace !== null
  return tellOfSessionAgain(tx, context, {
    ...{ intakeId, startsAt, ends, place, hasOwnPlace },
    hasNewPlace: false,
  })
}
