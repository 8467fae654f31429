import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { hashOfKey, hashOfLink, type Keys, newSecret, saltedKeysOf } from '../../platform/web/keys.ts'
import { mayManagePlaces } from '../permissions.ts'
import { provedUntil, type Registration } from '../registration.ts'
import * as store from '../store/guardians.ts'
import { insertLinks, listChildrenOf } from '../store/households.ts'
import { findRegistration, lockRegistration } from '../store/registrations.ts'

/** Who else has keys to a registration, for the lead. */
export const readGuardians = (context: Context, registrationId: string) =>
  inTransaction(context, async tx => {
    const registration = await registrationOf(tx, context, registrationId)
    const guardians = await store.listGuardians(tx, context.city.id, registrationId)
    return { registration, guardians, children: await listChildrenOf(tx, context.city.id, registrationId) }
  })

export type KeysOutcome =
  /** `opensByLink` is false while the family is reached safely: then the code alone opens. */
  { outcome: 'given'; called: string; link: string; code: string; opensByLink: boolean } | NoChild

type NoChild = { outcome: 'no-child' }

/**
 * Gives another guardian a link and a code of its own to some of the children. Only their hashes are kept; they follow
 * from the secret of the form, so that the same form sent twice is one guardian and shows the same keys.
 */
export const addGuardian = (
  context: Context,
  registrationId: string,
  { called, childIds, renderingKey }: { called: string; childIds: readonly string[]; renderingKey: string },
) =>
  inTransaction(context, async (tx): Promise<KeysOutcome> => {
    const registration = await lockedRegistration(tx, context, registrationId)
    const seen = await amongChildren(tx, context, registrationId, childIds)
    if (seen.length === 0) return { outcome: 'no-child' }
    const { providerId, centreId } = registration
    const whose = { cityId: context.city.id, providerId, centreId, registrationId }
    const keys = saltedKeysOf(`guardian ${registrationId} ${renderingKey}`)
    const given = { outcome: 'given' as const, called, ...shown(registration, keys) }
    if (await store.hasKey(tx, context.city.id, hashOfLink(keys.link))) return given

    const guardianId = await store.insertGuardian(tx, { ...whose, called, addedAt: context.now })
    await store.replaceSeenChildren(tx, { ...whose, guardianId }, seen)
    await giveKeys(tx, context, registration, guardianId, keys)
    await record(tx, context, { action: 'guardian.added', providerId, subjectId: registrationId })
    return given
  })

/** A guardian sees other children from now on; one that is added to the registration, only when staff say so here. */
export const chooseSeenChildren = (
  context: Context,
  registrationId: string,
  { guardianId, childIds }: { guardianId: string; childIds: readonly string[] },
) =>
  inTransaction(context, async (tx): Promise<{ outcome: 'chosen' } | NoChild> => {
    const { providerId, centreId } = await lockedRegistration(tx, context, registrationId)
    await guardianOf(tx, context, registrationId, guardianId)
    const seen = await amongChildren(tx, context, registrationId, childIds)
    if (seen.length === 0) return { outcome: 'no-child' }
    const of = { cityId: context.city.id, providerId, centreId, registrationId, guardianId }
    await store.replaceSeenChildren(tx, of, seen)
    await record(tx, context, { action: 'guardian.changed', providerId, subjectId: registrationId })
    return { outcome: 'chosen' }
  })

/** New keys in place of those that were lost, or that went when the family chose to be reached safely or was locked. */
export const renewKeys = (context: Context, registrationId: string, guardianId: string) =>
  inTransaction(context, async (tx): Promise<KeysOutcome> => {
    const registration = await lockedRegistration(tx, context, registrationId)
    const { called, childIds } = await guardianOf(tx, context, registrationId, guardianId)
    if (childIds.length === 0) return { outcome: 'no-child' }
    await store.deleteKeys(tx, context.city.id, guardianId)
    const { providerId } = registration
    await record(tx, context, { action: 'guardian.renewed', providerId, subjectId: registrationId })
    const keys = saltedKeysOf(newSecret())
    await giveKeys(tx, context, registration, guardianId, keys)
    return { outcome: 'given', called, ...shown(registration, keys) }
  })

/** From now on its keys are answered like unknown ones; also of a family that is locked, so that its lock can end. */
export const shutOutGuardian = (context: Context, registrationId: string, guardianId: string) =>
  inTransaction(context, async tx => {
    const { providerId } = await keptRegistration(tx, context, registrationId)
    orNotFound((await store.deleteGuardian(tx, context.city.id, registrationId, guardianId)) || undefined)
    await record(tx, context, { action: 'guardian.shut-out', providerId, subjectId: registrationId })
  })

const giveKeys = (
  tx: Tx,
  context: Context,
  { id, providerId, centreId }: Registration,
  guardianId: string,
  { link, code }: Keys,
) => {
  const hashes = [link, code].map(hashOfKey)
  return insertLinks(tx, { cityId: context.city.id, providerId, centreId }, id, hashes, { guardianId })
}

/** Nobody finds the code by the link: where the family is reached safely, the code alone opens. */
const shown = ({ household }: Registration, { link, code }: Keys) => ({
  ...{ link, code, opensByLink: !household.contact.neutral },
})

const amongChildren = async (tx: Tx, context: Context, registrationId: string, ids: readonly string[]) =>
  (await listChildrenOf(tx, context.city.id, registrationId))
    .map(({ id }) => id)
    .filter(id => ids.includes(id))

const guardianOf = async (tx: Tx, context: Context, registrationId: string, guardianId: string) => {
  const guardians = await store.listGuardians(tx, context.city.id, registrationId)
  return orNotFound(guardians.find(({ id }) => id === guardianId))
}

/** The same for whoever changes who sees it, so that two who press at once do it one after the other. */
const lockedRegistration = async (tx: Tx, context: Context, registrationId: string) => {
  await lockRegistration(tx, context.city.id, registrationId)
  return registrationOf(tx, context, registrationId)
}

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
