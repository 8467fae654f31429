import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { atRegistration } from './at-registration.ts'
import { offerFreePlaces } from './offer-free-places.ts'
import { endedAs, isLive } from './registration.ts'
import * as store from './store/registrations.ts'
import { tell } from './tell.ts'

export type CancelOutcome = { outcome: 'cancelled' | 'left-the-line' | 'already-ended' }

/** Gives the places back, or leaves the waiting list; what is free is offered to the next family that fits. */
export const cancel = (context: Context, registrationId: string) =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<CancelOutcome> => {
    if (!isLive(registration.state)) return { outcome: 'already-ended' }

    const change = endedAs('cancelled', context.now)
    await store.updateRegistration(tx, context.city.id, registrationId, change)
    await offerFreePlaces(tx, context, intake)

    const leftTheLine = registration.state === 'waiting'
    const cancelled = { ...registration, ...change }
    await tell(tx, context, 'registration-cancelled', cancelled, intake, { leftTheLine })
    await record(tx, context, {
      ...{ action: 'registration.cancelled', providerId: intake.providerId, subjectId: registrationId },
    })
    return { outcome: leftTheLine ? 'left-the-line' : 'cancelled' }
  })
