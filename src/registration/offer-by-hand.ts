import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { requireThat } from '../platform/refusals.ts'
import { atRegistration } from './at-registration.ts'
import { offerTo } from './offer-free-places.ts'
import { sizeOf } from './party.ts'
import { mayManagePlaces } from './permissions.ts'
import { limitsWithoutRoom, partiesToOffer, type Unit } from './places.ts'
import { whyNotNow } from './registration.ts'
import * as intakes from './store/intakes.ts'

export type OfferByHandOutcome =
  | {
      outcome:
        | 'offered'
        | 'already-offered'
        | 'not-waiting'
        | 'reason-missing'
        | NonNullable<ReturnType<typeof whyNotNow>>
    }
  | { outcome: 'no-place'; missing: Unit[] }

/**
 * Staff choose a waiting family themselves. Never more than is really free: open offers count as taken. Where the rule
 * of the offer would give the place to another family, the choice needs a reason, which stays with the registration.
 */
export const offerByHand = (context: Context, registrationId: string, because = '') =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<OfferByHandOutcome> => {
    requireThat(mayManagePlaces(context.actor, intake))
    if (registration.state === 'offered') return { outcome: 'already-offered' }
    if (registration.state !== 'waiting') return { outcome: 'not-waiting' }
    const refusal = whyNotNow(intake, context.now)
    if (refusal) return { outcome: refusal }

    const { limits, waiting } = await intakes.readPlaces(tx, context.city.id, intake.id)
    const missing = limitsWithoutRoom(limits, sizeOf(registration.party, intake.ageOn))
    if (missing.length > 0) return { outcome: 'no-place', missing }

    const isNext = partiesToOffer(waiting, limits, intake).some(({ id }) => id === registrationId)
    if (intake.giving === 'by-rule' && !isNext && !because) return { outcome: 'reason-missing' }
    await offerTo(tx, context, intake, registrationId, because)
    await record(tx, context, {
      ...{ action: 'registration.offered-by-hand', providerId: intake.providerId, subjectId: registrationId },
      fields: because ? ['chosenBecause'] : [],
    })
    return { outcome: 'offered' }
  })
