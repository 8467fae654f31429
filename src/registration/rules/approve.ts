import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { requireThat } from '../../platform/refusals.ts'
import { atRegistration } from '../at-registration.ts'
import { sizeOf } from '../party.ts'
import { mayManagePlaces } from '../permissions.ts'
import { limitsWithoutRoom, type Unit } from '../places.ts'
import * as intakes from '../store/intakes.ts'
import * as store from '../store/registrations.ts'
import { tell } from '../tell.ts'

export type ApproveOutcome =
  | { outcome: 'approved' | 'not-waiting' | 'stopped' }
  | { outcome: 'no-place'; missing: Unit[] }

/**
 * Says yes to a family that asked for places: it has asked already, so nothing is offered, it simply has them. Two that
 * are approved at the same moment for the last place are decided by the lock: one has it, the other is not approved.
 */
export const approve = (context: Context, registrationId: string) =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<ApproveOutcome> => {
    requireThat(mayManagePlaces(context.actor, intake))
    if (registration.state !== 'waiting' || intake.giving !== 'after-approval')
      return { outcome: 'not-waiting' }
    if (intake.isStopped) return { outcome: 'stopped' }
    const { limits } = await intakes.readPlaces(tx, context.city.id, intake.id)
    const missing = limitsWithoutRoom(limits, sizeOf(registration.party, intake.ageOn))
    if (missing.length > 0) return { outcome: 'no-place', missing }

    await store.updateRegistration(tx, context.city.id, registrationId, { state: 'confirmed' })
    await tell(tx, context, 'registration-confirmed', registration, intake)
    await record(tx, context, {
      ...{ action: 'registration.approved', providerId: intake.providerId, subjectId: registrationId },
    })
    return { outcome: 'approved' }
  })
