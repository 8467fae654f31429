import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayChange } from './permissions.ts'
import type { Intake, Registration } from './registration.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'

/**
 * Runs the work on one registration while its intake is locked, for whoever may change it. What the registration
 * was before the lock is read again: an offer may have lapsed meanwhile.
 */
export const atRegistration = <Outcome>(
  context: Context,
  registrationId: string,
  work: (tx: Tx, registration: Registration, intake: Intake) => Promise<Outcome>,
) =>
  inTransaction(context, async tx => {
    const before = orNotFound(await store.findRegistration(tx, context.city.id, registrationId))
    const intake = orNotFound(await intakes.lockIntake(tx, context.city.id, before.intakeId))
    const registration = orNotFound(await store.findRegistration(tx, context.city.id, registrationId))
    requireThat(mayChange(context.actor, registration))
    return work(tx, registration, intake)
  })
