import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayManagePlaces } from './permissions.ts'
import * as households from './store/households.ts'
import * as store from './store/registrations.ts'

type LockOutcome = { outcome: 'locked' | 'unlocked' }

/**
 * A ban on contact: every key of the family is answered like an unknown one, nobody is written to, and lists name
 * nobody. The places stay: whoever is barred must not see from a free place that something has happened.
 */
export const lockHousehold = (context: Context, registrationId: string) =>
  setLock(context, registrationId, 'locked')

/** Everything works as before, with the keys the family has. */
export const unlockHousehold = (context: Context, registrationId: string) =>
  setLock(context, registrationId, 'unlocked')

const setLock = (context: Context, registrationId: string, outcome: LockOutcome['outcome']) =>
  inTransaction(context, async (tx): Promise<LockOutcome> => {
    const registration = orNotFound(await store.findRegistration(tx, context.city.id, registrationId))
    requireThat(mayManagePlaces(context.actor, registration), registration)
    const lockedAt = outcome === 'locked' ? context.now : null
    await households.setLock(tx, context.city.id, registration.household.id, lockedAt)
    const { providerId } = registration
    await record(tx, context, { action: `household.${outcome}`, providerId, subjectId: registrationId })
    return { outcome }
  })
