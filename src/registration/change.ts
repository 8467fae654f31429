import type { Context } from '../identity/index.ts'
import type { Contact } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import { atRegistration } from './at-registration.ts'
import { offerFreePlaces } from './offer-free-places.ts'
import { type Party, sizeOf } from './party.ts'
import { givingBack, limitsWithoutRoom } from './places.ts'
import { holdsPlaces, isLive, whyNotFor } from './registration.ts'
import * as households from './store/households.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'

export type Change = { called: string; contact: Contact; party: Party }

export type ChangeOutcome =
  | { outcome: 'changed' | 'already-ended' | 'no-room' | 'nobody-to-register' | 'nobody-along' }
  | { outcome: 'wrong-age'; childNames: string[] }

/**
 * Corrects a name or hands a place to the sister; that needs no new place. More people need more free places, and
 * until there are some everything stays as it was. Places given back go to the next family that fits.
 */
export const change = (context: Context, registrationId: string, { called, contact, party }: Change) =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<ChangeOutcome> => {
    if (!isLive(registration.state)) return { outcome: 'already-ended' }
    const refusal = whyNotFor(party, intake)
    if (refusal) return refusal

    const size = sizeOf(party, intake.ageOn)
    const cityId = context.city.id
    if (holdsPlaces(registration.state)) {
      const before = sizeOf(registration.party, intake.ageOn)
      const { limits } = await intakes.readPlaces(tx, cityId, intake.id)
      if (limitsWithoutRoom(givingBack(limits, before), size).length > 0) return { outcome: 'no-room' }
    }
    const { household, providerId, centreId } = registration
    const whose = { cityId, providerId, centreId }
    await store.updateRegistration(tx, cityId, registrationId, size)
    await households.updateHousehold(tx, cityId, { ...household, called, contact })
    await households.replaceChildren(tx, whose, { householdId: household.id, registrationId }, party.children)
    await offerFreePlaces(tx, context, intake)
    await record(tx, context, {
      ...{ action: 'registration.changed', providerId, subjectId: registrationId },
      fields: ['called', 'contact', 'party'],
    })
    return { outcome: 'changed' }
  })
