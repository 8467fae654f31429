import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { offerFreePlaces } from './offer-free-places.ts'
import { mayManagePlaces } from './permissions.ts'
import type { Unit } from './places.ts'
import * as intakes from './store/intakes.ts'

export type ChangePlacesOutcome =
  | { outcome: 'changed' | 'no-such-limit' }
  | { outcome: 'more-are-taken'; taken: number }

/** Sets the number of places of one limit. New places go to waiting families; below what is taken it cannot go. */
export const changePlaces = (context: Context, intakeId: string, unit: Unit, places: number) =>
  inTransaction(context, async (tx): Promise<ChangePlacesOutcome> => {
    const cityId = context.city.id
    const intake = orNotFound(await intakes.lockIntake(tx, cityId, intakeId))
    requireThat(mayManagePlaces(context.actor, intake))
    const { limits } = await intakes.readPlaces(tx, cityId, intakeId)
    const limit = limits.find(one => one.unit === unit)
    if (!limit) return { outcome: 'no-such-limit' }
    if (places < limit.taken) return { outcome: 'more-are-taken', taken: limit.taken }

    await intakes.setPlaces(tx, cityId, intakeId, unit, places)
    await offerFreePlaces(tx, context, intake)
    await record(tx, context, {
      ...{
        action: 'intake.places-changed',
        providerId: intake.providerId,
        subjectId: intakeId,
        fields: [unit],
      },
    })
    return { outcome: 'changed' }
  })
