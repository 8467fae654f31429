import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayManagePlaces } from './permissions.ts'
import { deskOfCode, giveNewKeys, type RegistrationView, showRegistration } from './show.ts'
import * as store from './store/registrations.ts'

export type Slip = { view: RegistrationView; code: string }

/**
 * What stands on the slip of a family that has no e-mail, in its own language, with a code that opens its registration:
 * the one it was just given, else a new one, because codes are kept as hashes only; an earlier slip goes on working.
 */
export const slipFor = async (context: Context, registrationId: string, given: string): Promise<Slip> => {
  const { household } = await inTransaction(context, async tx => {
    const registration = orNotFound(await store.findRegistration(tx, context.city.id, registrationId))
    requireThat(mayManagePlaces(context.actor, registration), registration)
    // A family that is locked is answered like one that is not there.
    const open = orNotFound(registration.household.isLocked ? undefined : registration)
    await record(tx, context, {
      ...{ action: 'household.slip-printed', providerId: open.providerId, subjectId: registrationId },
    })
    return open
  })
  const isItsOwn = given !== '' && (await deskOfCode(context, given))?.registrationId === registrationId
  const code = isItsOwn
    ? given
    : (await inTransaction(context, tx => giveNewKeys(tx, context, registrationId))).code
  return { view: await showRegistration({ ...context, language: household.language }, registrationId), code }
}
