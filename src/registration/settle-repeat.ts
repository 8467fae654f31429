import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { requireThat } from '../platform/refusals.ts'
import { atRegistration } from './at-registration.ts'
import { offerFreePlaces } from './offer-free-places.ts'
import { mayManagePlaces } from './permissions.ts'
import { endedAs, isLive } from './registration.ts'
import * as store from './store/registrations.ts'

export type SettleOutcome = { outcome: 'settled' | 'nothing-to-settle' }

/**
 * Staff found out about a child that seems to be registered twice. If it is the same child the second registration
 * ends without a word to its contact, who may be somebody the family hides from; if it is another child it stays.
 */
export const settleRepeat = (
  context: Context,
  registrationId: string,
  finding: 'same-child' | 'other-child',
) =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<SettleOutcome> => {
    requireThat(mayManagePlaces(context.actor, intake))
    if (!registration.repeatsId || !isLive(registration.state)) return { outcome: 'nothing-to-settle' }

    if (finding === 'other-child') {
      await store.updateRegistration(tx, context.city.id, registrationId, { repeatsId: null })
    } else {
      await store.updateRegistration(tx, context.city.id, registrationId, endedAs('cancelled', context.now))
      await offerFreePlaces(tx, context, intake)
    }
    await record(tx, context, {
      ...{ action: 'registration.repeat-settled', providerId: intake.providerId, subjectId: registrationId },
    })
    return { outcome: 'settled' }
  })
