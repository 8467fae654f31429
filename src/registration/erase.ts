import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { offerFreePlaces } from './offer-free-places.ts'
import { mayChange } from './permissions.ts'
import * as households from './store/households.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'

/**
 * Deletes the household of a registration with all that hangs on it, whatever has become of the offer. Nobody is told:
 * there is nobody left to tell. Its places go to the next family that fits.
 */
export const erase = (context: Context, registrationId: string) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const before = orNotFound(await store.findRegistration(tx, cityId, registrationId))
    requireThat(mayChange(context.actor, before))
    const intake = await intakes.lockIntake(tx, cityId, before.intakeId)
    await households.deleteHousehold(tx, cityId, before.household.id)
    if (intake) await offerFreePlaces(tx, context, intake)
    const { providerId } = before
    await record(tx, context, { action: 'household.erased', providerId, subjectId: registrationId })
  })
