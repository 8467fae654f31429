import { type Context, recordSupportReading } from '../identity/index.ts'
import { listBroughtTo } from '../joint-activities/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { thingsFor } from './joint.ts'
import { sizeOf } from './party.ts'
import { maySeeList } from './permissions.ts'
import type { Limit } from './places.ts'
import { type Registration, whyNotNow } from './registration.ts'
import { type WhyWaiting, whyTheyWait } from './rules/why-waiting.ts'
import type { IntakeView } from './show.ts'
import * as attendances from './store/attendances.ts'
import { listToKnow, type ToKnow } from './store/consents.ts'
import { type Excuse, excusedAt, findDateOf } from './store/excused.ts'
import * as households from './store/households.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'

/** One line of the list; `waits` says why a waiting family was not offered a place. */
export type ListLine = Registration & {
  waits: WhyWaiting | undefined
  isPresent: boolean
  /** Undefined for whoever is expected. */
  excuse: Excuse | undefined
  brings: string[]
  /** Of a family with a place; nothing of one that was locked. */
  toKnow?: ToKnow | undefined
}

export type RegistrationList = Omit<IntakeView, 'together' | 'days'> & {
  limits: Limit[]
  /** The date at which one looks is not over yet and belongs to a course: who cannot come is excused for it. */
  mayExcuse: boolean
  /** In the order of joining, but those who wait in the order of the line. */
  lines: ListLine[]
  sessionId: string | null
}

/** The list of an intake by name: for the lead of the centre, the leader of the offer, and support access. */
export const listRegistrations = (context: Context, intakeId: string, sessionId?: string) =>
  inTransaction(context, async (tx): Promise<RegistrationList> => {
    const cityId = context.city.id
    const intake = orNotFound(await intakes.findKeptIntake(tx, cityId, intakeId))
    requireThat(maySeeList(context.actor, intake), intake)
    await recordSupportReading(tx, context, { ...intake, action: 'list.read', subjectId: intake.id })
    const names = await households.namesFor(tx, cityId, { offerId: intake.offerId }, context.language)
    const { limits, waiting } = await intakes.readPlaces(tx, cityId, intakeId)
    const at = sessionId ?? intake.sessionId
    const present = at ? await attendances.presentAt(tx, cityId, at) : []
    const excused = at ? await excusedAt(tx, cityId, at) : undefined
    const brought = await listBroughtTo(tx, cityId, intakeId, context.language)
    const toKnow = await listToKnow(tx, cityId, intakeId)
    const registrations = await store.listRegistrations(tx, cityId, intakeId)
    const offered = registrations
      .filter(({ state }) => state === 'offered')
      .map(({ party }) => sizeOf(party, intake.ageOn))
    const refusal = whyNotNow(intake, context.now)
    const line = whyTheyWait({ limits, waiting, offered, rules: intake, refusal })
    const placeInLine = ({ id }: Registration) => line.findIndex(each => each.id === id)
    const lines = registrations
      .map(registration => ({
        ...withoutNames(registration),
        waits: line.find(({ id }) => id === registration.id),
        excuse: excused?.get(registration.id),
        ...(!registration.household.isLocked && { toKnow: toKnow.get(registration.id) }),
        isPresent: present.includes(registration.id),
        brings: brought
          .filter(({ registrationId }) => registrationId === registration.id)
          .map(({ name }) => name),
      }))
      .sort((one, other) => placeInLine(one) - placeInLine(other))
    const things = await thingsFor(tx, context, { intakeId })
    const date = sessionId && (await findDateOf(tx, cityId, { offerId: intake.offerId, sessionId }))
    const isAhead = date ? Temporal.Instant.compare(date.startsAt, context.now) > 0 : false
    const mayExcuse = isAhead && intake.sessionId === null
    return { intake, names, things, limits, lines, sessionId: at, mayExcuse }
  })

/** Of a family that was locked a list says only that it is there. */
const withoutNames = (registration: Registration): Registration =>
  registration.household.isLocked
    ? {
        ...registration,
        household: { ...registration.household, called: '—' },
        party: { ...registration.party, children: [] },
      }
    : registration

/** The list that belongs to one session: its own, or that of its course. */
export const listOfSession = async (context: Context, sessionId: string) => {
  const session = orNotFound(
    await inTransaction(context, tx => attendances.findSession(tx, context.city.id, sessionId)),
  )
  return listRegistrations(context, session.intakeId, sessionId)
}
