import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { atRegistration } from './at-registration.ts'
import { lapse } from './expire-offers.ts'
import { offerFreePlaces } from './offer-free-places.ts'
import { endedAs, type Registration } from './registration.ts'
import * as store from './store/registrations.ts'
import { tell } from './tell.ts'

export const answers = ['accept', 'decline'] as const

export type AnswerOutcome = { outcome: 'accepted' | 'declined' | 'too-late' | 'nothing-offered' }

/**
 * Takes the offered places, or lets them go to the next family that fits. An answer that comes in the same second
 * as the expiry has exactly one outcome: whoever gets the lock first.
 */
export const answerOffer = (context: Context, registrationId: string, answer: (typeof answers)[number]) =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<AnswerOutcome> => {
    const cityId = context.city.id
    if (registration.state === 'expired') return { outcome: 'too-late' }
    if (registration.state !== 'offered' || !registration.offeredUntil) return { outcome: 'nothing-offered' }
    if (Temporal.Instant.compare(context.now, registration.offeredUntil) >= 0) {
      await lapse(tx, context, intake, registration)
      return { outcome: 'too-late' }
    }

    const entry = { providerId: intake.providerId, subjectId: registrationId }
    if (answer === 'decline') {
      await store.updateRegistration(tx, cityId, registrationId, endedAs('declined', context.now))
      await offerFreePlaces(tx, context, intake)
      await record(tx, context, { action: 'registration.declined', ...entry })
      return { outcome: 'declined' }
    }
    await store.updateRegistration(tx, cityId, registrationId, { state: 'confirmed', offeredUntil: null })
    if (!hasHeard(context, registration))
      await tell(tx, context, 'place-accepted', { ...registration, offeredUntil: null }, intake)
    await record(tx, context, { action: 'registration.accepted', ...entry })
    return { outcome: 'accepted' }
  })

/** Staff enter the yes of a family while it is on the telephone: calling it again would tell it what it just said. */
const hasHeard = ({ actor }: Context, { household }: Registration) =>
  actor.kind === 'staff' && household.contact.kind === 'phone'
