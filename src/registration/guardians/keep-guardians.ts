import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { codeOf, hashOfKey, newSecret } from '../../platform/web/keys.ts'
import { mayManagePlaces } from '../permissions.ts'
import { provedUntil } from '../registration.ts'
import * as store from '../store/guardians.ts'
import { insertLinks } from '../store/households.ts'
import { findRegistration } from '../store/registrations.ts'

/** Who else has keys to a registration, for the lead. */
export const readGuardians = (context: Context, registrationId: string) =>
  inTransaction(context, async tx => {
    const registration = await registrationOf(tx, context, registrationId)
    return { registration, guardians: await store.listGuardians(tx, context.city.id, registrationId) }
  })

/** Gives another guardian a link and a code of its own. They are returned this once: only their hashes are kept. */
export const addGuardian = (context: Context, registrationId: string, called: string) =>
  inTransaction(context, async tx => {
    const { providerId, centreId } = await registrationOf(tx, context, registrationId)
    const whose = { cityId: context.city.id, providerId, centreId }
    const addedAt = context.now
    const guardianId = await store.insertGuardian(tx, { ...whose, registrationId, called, addedAt })
    const link = newSecret()
    const hashes = [link, codeOf(link)].map(hashOfKey)
    await insertLinks(tx, whose, registrationId, hashes, { guardianId })
    await record(tx, context, { action: 'guardian.added', providerId, subjectId: registrationId })
    return { link, code: codeOf(link) }
  })

/** From now on its keys are answered like unknown ones; also of a family that is locked, so that its lock can end. */
export const shutOutGuardian = (context: Context, registrationId: string, guardianId: string) =>
  inTransaction(context, async tx => {
    const { providerId } = await keptRegistration(tx, context, registrationId)
    orNotFound((await store.deleteGuardian(tx, context.city.id, registrationId, guardianId)) || undefined)
    await record(tx, context, { action: 'guardian.shut-out', providerId, subjectId: registrationId })
  })

/** A family that is locked is answered like one that is not there. */
const registrationOf = async (tx: Tx, context: Context, registrationId: string) => {
  const registration = await keptRegistration(tx, context, registrationId)
  return orNotFound(registration.household.isLocked ? undefined : registration)
}

const keptRegistration = async (tx: Tx, context: Context, registrationId: string) => {
  const registration = orNotFound(await findRegistration(tx, context.city.id, registrationId))
  requireThat(mayManagePlaces(context.actor, registration), registration)
  return registration
}

/** A guardian that typed its code gets a link to go on with; it opens no more than the code did. */
export const newGuardianLink = async (
  desk: Context,
  { guardianId, registrationId, ...whose }: store.GuardianDesk,
) => {
  const link = newSecret()
  await inTransaction(desk, tx =>
    insertLinks(tx, { ...whose, cityId: desk.city.id }, registrationId, [hashOfKey(link)], {
      ...{ guardianId, provedUntil: provedUntil(desk.now) },
    }),
  )
  return link
}
