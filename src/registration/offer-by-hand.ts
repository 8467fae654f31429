import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { requireThat } from '../platform/refusals.ts'
import { atRegistration } from './at-registration.ts'
import { offerTo } from './offer-free-places.ts'
import { sizeOf } from './party.ts'
import { mayManagePlaces } from './permissions.ts'
import { limitsWithoutRoom, type Unit } from './places.ts'
import { whyNotNow } from './registration.ts'
import * as intakes from './store/intakes.ts'

export type OfferByHandOutcome =
  | { outcome: 'offered' | 'already-offered' | 'not-waiting' | 'closed' }
  | { outcome: 'no-place'; missing: Unit[] }

/** Staff choose a waiting family themselves. Never more than is really free: open offers count as taken. */
export const offerByHand = (context: Context, registrationId: string) =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<OfferByHandOutcome> => {
    requireThat(mayManagePlaces(context.actor, intake))
    if (registration.state === 'offered') return { outcome: 'already-offered' }
    if (registration.state !== 'waiting') return { outcome: 'not-waiting' }
    if (whyNotNow(intake, context.now)) return { outcome: 'closed' }

    const { limits } = await intakes.readPlaces(tx, context.city.id, intake.id)
    const missing = limitsWithoutRoom(limits, sizeOf(registration.party, intake.ageOn))
    if (missing.length > 0) return { outcome: 'no-place', missing }

    await offerTo(tx, context, intake, registrationId)
    await record(tx, context, {
      ...{ action: 'registration.offered-by-hand', providerId: intake.providerId, subjectId: registrationId },
    })
    return { outcome: 'offered' }
  })
