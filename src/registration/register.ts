import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { inLine } from './in-line.ts'
import { hashOfKey, type Keys, keysOf, onceKeyOf } from './link.ts'
import { childrenOfWrongAge, type Party, type PartySize, sizeOf } from './party.ts'
import { mayRegister } from './permissions.ts'
import { type Limit, limitsWithoutRoom, placeFor, placesNeeded } from './places.ts'
import {
  type Contact,
  deleteOn,
  type Intake,
  type Registration,
  type RegistrationState,
  whyNotNow,
} from './registration.ts'
import { enterRegistration } from './store/enter-registration.ts'
import * as households from './store/households.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'
import { tell } from './tell.ts'

export type Registering = {
  intakeId: string
  /** The secret of the rendered form; the same one sent twice is one registration. */
  renderingKey: string
  called: string
  contact: Contact
  party: Party
}

export type RegisterOutcome =
  | { outcome: 'confirmed' | 'waiting'; registrationId: string; keys: Keys }
  | { outcome: 'already-sent'; registrationId: string; state: RegistrationState; keys: Keys }
  | { outcome: 'stopped' | 'not-open-yet' | 'closed' | 'nobody-to-register' }
  | { outcome: 'wrong-age'; childNames: string[] }

/**
 * Gives a family its places, or puts it on the waiting list as one party. A child that is registered already gets
 * the same answer and its place like any other: nobody can find out by trying. Only the contact stored first is
 * told, and staff see both (docs/decisions/0003).
 */
export const register = (context: Context, registering: Registering) =>
  inLine(registering.intakeId, () => enter(context, registering))

const enter = (context: Context, registering: Registering) =>
  inTransaction(context, async (tx): Promise<RegisterOutcome> => {
    const cityId = context.city.id
    const { intakeId, renderingKey, party } = registering
    const onceKey = onceKeyOf(renderingKey)
    const keys = keysOf(renderingKey)
    // Sent together and answered in this order: what is read, is read under the lock.
    const [names, locked, { earlier, limits, ...before }] = await Promise.all([
      households.findNamesFor(tx, cityId, { intakeId }, context.language),
      intakes.lockIntake(tx, cityId, intakeId),
      store.readBeforeJoining(tx, cityId, intakeId, { onceKey, children: party.children }),
    ])
    const intake = orNotFound(locked)
    requireThat(mayRegister(context.actor, intake))
    if (earlier) return { outcome: 'already-sent', registrationId: earlier.id, state: earlier.state, keys }

    const refusal = whyNot(intake, party, context.now)
    if (refusal) return refusal

    const size = sizeOf(party, intake.ageOn)
    const state = await placeAt(tx, cityId, intake, { size, limits })
    const registration = newRegistration(context, intake, registering, {
      ...{ state, repeatsId: before.repeatsId },
      joinedAt: joinedAfter(before.lastJoinedAt, context.now),
    })
    const { id, repeatsId } = registration
    const entering = {
      ...{ onceKey, size, deleteOn: deleteOn(intake) },
      enteredBy: context.actor.kind === 'staff' ? ('staff' as const) : ('family' as const),
      hashes: [hashOfKey(keys.link), hashOfKey(keys.code)],
    }
    await Promise.all([
      enterRegistration(tx, cityId, registration, entering),
      tell(tx, context, `registration-${state}`, registration, intake, { keys, names }),
      record(tx, context, {
        ...{ action: 'registration.entered', providerId: intake.providerId, subjectId: id },
      }),
    ])
    if (repeatsId) await tellTheFirst(tx, context, intake, repeatsId)
    return { outcome: state, registrationId: id, keys }
  })

const whyNot = (intake: Intake, party: Party, now: Temporal.Instant): RegisterOutcome | null => {
  const refusal = whyNotNow(intake, now)
  if (refusal) return { outcome: refusal }
  if (placesNeeded(intake.counts, sizeOf(party, intake.ageOn)) === 0) return { outcome: 'nobody-to-register' }
  const childNames = childrenOfWrongAge(party, intake, intake.ageOn).map(({ firstName }) => firstName)
  return childNames.length > 0 ? { outcome: 'wrong-age', childNames } : null
}

/** The list is read only when there is room: in a rush it is long, and nobody on it is passed over anyway. */
const placeAt = async (
  tx: Tx,
  cityId: string,
  { id, waitingRule }: Intake,
  { size, limits }: { size: PartySize; limits: readonly Limit[] },
) => {
  if (limitsWithoutRoom(limits, size).length > 0) return 'waiting'
  const { waiting } = await intakes.readPlaces(tx, cityId, id)
  return placeFor(size, limits, waiting, waitingRule)
}

/** The list has one order: whoever was let in later stands behind, even if both sent the form at the same moment. */
const joinedAfter = (last: Temporal.Instant | null, now: Temporal.Instant) =>
  last && Temporal.Instant.compare(now, last) <= 0 ? last.add({ microseconds: 1 }) : now

const newRegistration = (
  context: Context,
  intake: Intake,
  { called, contact, party }: Registering,
  decided: Pick<Registration, 'state' | 'repeatsId' | 'joinedAt'>,
): Registration => ({
  ...decided,
  ...{ id: randomUUIDv7(), intakeId: intake.id, offerId: intake.offerId, party },
  ...{ providerId: intake.providerId, centreId: intake.centreId },
  offeredUntil: null,
  household: { id: randomUUIDv7(), called, contact, language: context.language },
})

const tellTheFirst = async (tx: Tx, context: Context, intake: Intake, id: string) => {
  const first = await store.findRegistration(tx, context.city.id, id)
  if (first) await tell(tx, context, 'child-registered-again', first, intake)
}
