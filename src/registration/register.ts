import type { Context } from '../identity/index.ts'
import { bringThings } from '../joint-activities/index.ts'
import { notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { Language } from '../platform/wording/wording.ts'
import {
  decideInTurn,
  type Family,
  familyFrom,
  type NewRegistration,
  type Registering,
  type RegisterOutcome,
} from './joining.ts'
import { sizeOf } from './party.ts'
import { mayRegister } from './permissions.ts'
import { type Limit, limitsWithoutRoom } from './places.ts'
import type { Intake } from './registration.ts'
import { serveInGroups } from './serve-in-groups.ts'
import { enterRegistrations } from './store/enter-registrations.ts'
import * as households from './store/households.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'
import { messageFor, tell } from './tell.ts'

/**
 * Gives a family its places, or puts it on the waiting list as one party. A child that is registered already gets
 * the same answer and its place like any other: nobody can find out by trying. Only the contact stored first is
 * told, and staff see both (docs/decisions/0003). Families that ask at the same moment are entered in one
 * transaction, in the order of coming.
 */
export const register = (context: Context, registering: Registering): Promise<RegisterOutcome> =>
  enterTogether(sameFor(context, registering), familyFrom(context, registering))

/** Only those go together for whom the database knows the same rights. */
const sameFor = ({ scope }: Context, { intakeId }: Registering) => `${intakeId} ${JSON.stringify(scope)}`

type Families = readonly [Family, ...Family[]]

const enterTogether = serveInGroups((families: Families) =>
  inTransaction(families[0].context, tx => enter(tx, families)),
)

const enter = async (tx: Tx, families: Families): Promise<readonly RegisterOutcome[]> => {
  const [{ context, intakeId }] = families
  const cityId = context.city.id
  // Sent together and answered in this order: what is read, is read under the lock.
  const [namesIn, locked, before] = await Promise.all([
    readNames(tx, cityId, families),
    intakes.lockIntake(tx, cityId, intakeId),
    store.readBeforeJoining(tx, cityId, intakeId, families),
  ])
  const intake = orNotFound(locked)
  requireThat(mayRegister(context.actor, intake))

  const waiting = await readWaiting(tx, intake, families, before.limits)
  const decisions = decideInTurn(families, intake, { ...before, waiting })
  const entered = decisions.flatMap(decision => ('entered' in decision ? [decision.entered] : []))
  if (entered.length > 0) {
    await Promise.all([
      enterRegistrations(tx, cityId, intake, entered),
      notify(tx, context, ...entered.map(registration => confirmationFor(registration, intake, namesIn))),
      ...entered.map(({ id }) =>
        record(tx, context, {
          ...{ action: 'registration.entered', providerId: intake.providerId, subjectId: id },
        }),
      ),
    ])
  }
  // Who waits promises nothing; the others choose in the order of coming.
  for (const { brings, ...registration } of entered)
    if (registration.state === 'confirmed' && brings.length > 0)
      await bringThings(tx, cityId, registration, brings)
  for (const { repeatsId } of entered) if (repeatsId) await tellTheFirst(tx, context, intake, repeatsId)
  return decisions.map(decision => ('entered' in decision ? outcomeOf(decision.entered) : decision.answer))
}

/** By language. */
type NamesIn = ReadonlyMap<string, households.Names | undefined>

const readNames = async (tx: Tx, cityId: string, families: Families): Promise<NamesIn> => {
  const [{ intakeId }] = families
  const languages = [...new Set(families.map(({ language }) => language))]
  const read = async (language: Language) =>
    [language, await households.findNamesFor(tx, cityId, { intakeId }, language)] as const
  return new Map(await Promise.all(languages.map(read)))
}

/** The list is read only when there is room: in a rush it is long, and nobody on it is passed over anyway. */
const readWaiting = async (tx: Tx, { id, ageOn }: Intake, families: Families, limits: readonly Limit[]) => {
  const hasRoom = families.some(({ party }) => limitsWithoutRoom(limits, sizeOf(party, ageOn)).length === 0)
  const [{ context }] = families
  return hasRoom ? (await intakes.readPlaces(tx, context.city.id, id)).waiting : []
}

const confirmationFor = (registration: NewRegistration, intake: Intake, namesIn: NamesIn) =>
  messageFor(kindFor(registration, intake), registration, intake, {
    names: orNotFound(namesIn.get(registration.household.language)),
    keys: registration.keys,
  })

const kindFor = ({ state }: NewRegistration, { giving }: Intake) =>
  state === 'waiting' && giving === 'after-approval'
    ? 'registration-asked'
    : (`registration-${state}` as const)

const tellTheFirst = async (tx: Tx, context: Context, intake: Intake, id: string) => {
  const first = await store.findRegistration(tx, context.city.id, id)
  if (first) await tell(tx, context, 'child-registered-again', first, intake)
}

const outcomeOf = ({ state, id, keys }: NewRegistration): RegisterOutcome => ({
  outcome: state,
  registrationId: id,
  keys,
})
