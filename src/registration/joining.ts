import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import { type Contact, mobileNumber } from '../outreach/index.ts'
import { type Keys, keysOf, onceKeyOf, saltedKeysOf } from '../platform/web/keys.ts'
import type { Language } from '../platform/wording/wording.ts'
import { isInvited } from './closed-groups/is-invited.ts'
import { type Child, isSameChild, type Party, type PartySize, sizeOf } from './party.ts'
import { type Limit, placeFor, taking, type WaitingParty } from './places.ts'
import {
  type Intake,
  type Registration,
  type RegistrationState,
  whyNotFor,
  whyNotNow,
} from './registration.ts'
import type { ComesAs } from './rules/place-rules.ts'

export type Registering = {
  intakeId: string
  /** The secret of the rendered form; the same one sent twice is one registration. */
  renderingKey: string
  called: string
  contact: Contact
  /** Which language it reads, where somebody else fills in the form. */
  language?: Language
  party: Party
  /** Things of the list that the family wants to bring, by id. */
  brings?: readonly string[]
  /** What it says of itself, where the rule of the offer asks for it. */
  comesAs?: ComesAs | null
  /** The link of a closed group, by whoever was invited. */
  invite?: string | undefined
}

export type RegisterOutcome =
  | { outcome: 'confirmed' | 'waiting'; registrationId: string; keys: Keys }
  | { outcome: 'already-sent'; registrationId: string; state: RegistrationState; keys: Keys }
  | { outcome: 'not-invited' | 'stopped' | 'not-open-yet' | 'closed' | 'nobody-to-register' | 'nobody-along' }
  | { outcome: 'wrong-age'; childNames: string[] }

/** A family that asks for places, with the id its registration will have and the keys that will open it. */
export type Family = Registering & {
  context: Context
  id: string
  onceKey: string
  keys: Keys
  language: Language
}

export const familyFrom = (context: Context, registering: Registering): Family => {
  // Sent for something else, the secret of a form stands for another registration.
  const secret = `${registering.intakeId} ${registering.renderingKey}`
  const language = registering.language ?? context.language
  return {
    ...registering,
    context,
    language,
    id: randomUUIDv7(),
    onceKey: onceKeyOf(secret),
    keys: registering.contact.neutral ? saltedKeysOf(secret) : keysOf(secret),
  }
}

/** A registration as it will be stored, with what the database keeps of its form's secret. */
export type NewRegistration = Registration & {
  state: 'confirmed' | 'waiting'
  size: PartySize
  keys: Keys
  onceKey: string
  brings: readonly string[]
  enteredBy: 'family' | 'staff'
}

/** What is known of an intake, under its lock, when families ask for it. */
export type BeforeJoining = {
  limits: readonly Limit[]
  waiting: readonly WaitingParty[]
  lastJoinedAt: Temporal.Instant | null
  /** What these renderings of the form have made already, if they were sent before. */
  sentBefore: readonly { onceKey: string; id: string; state: RegistrationState }[]
  /** For a family: the earliest live registration of one of its children for the same intake. */
  repeats: readonly { onceKey: string; id: string }[]
}

/** Nothing is stored for whom there is an answer; the others are entered. */
export type Decision = { answer: RegisterOutcome } | { entered: NewRegistration }

/** Answers families in the order of coming, each as if it had come alone: it finds what those before it left. */
export const decideInTurn = (
  families: readonly Family[],
  intake: Intake,
  before: BeforeJoining,
): readonly Decision[] => {
  const waiting = [...before.waiting]
  const entered: NewRegistration[] = []
  let { limits, lastJoinedAt } = before
  return families.map(family => {
    const answer = alreadySent(family, before, entered) ?? whyNot(family, intake)
    if (answer) return { answer }

    const size = sizeOf(family.party, intake.ageOn)
    const state = stateFor(family, intake, { size, limits, waiting })
    if (state === 'confirmed') limits = taking(limits, size)
    else waiting.push({ ...size, id: family.id, comesAs: family.comesAs ?? null })
    lastJoinedAt = joinedAfter(lastJoinedAt, family.context.now)
    const repeatsId = repeated(family, before, entered)
    const registration = registrationOf(family, intake, { size, state, repeatsId, joinedAt: lastJoinedAt })
    entered.push(registration)
    return { entered: registration }
  })
}

/** Where the centre says yes first, a family asks, and nobody who asks is passed over by whom the centre enters. */
const stateFor = (
  { context }: Family,
  intake: Intake,
  { size, limits, waiting }: Pick<BeforeJoining, 'limits' | 'waiting'> & { size: PartySize },
) => {
  if (intake.giving !== 'after-approval') return placeFor(size, limits, waiting, intake)
  return context.actor.kind === 'staff' ? placeFor(size, limits, [], intake) : 'waiting'
}

const alreadySent = (
  { onceKey, keys }: Family,
  { sentBefore }: BeforeJoining,
  entered: readonly NewRegistration[],
): RegisterOutcome | null => {
  const sent = [...sentBefore, ...entered].find(one => one.onceKey === onceKey)
  return sent ? { outcome: 'already-sent', registrationId: sent.id, state: sent.state, keys } : null
}

const whyNot = ({ party, context, invite }: Family, intake: Intake): RegisterOutcome | null => {
  if (!isInvited(context.actor, intake, invite)) return { outcome: 'not-invited' }
  const refusal = whyNotNow(intake, context.now)
  return refusal ? { outcome: refusal } : whyNotFor(party, intake)
}

/** The list has one order: whoever was let in later stands behind, even if both sent the form at the same moment. */
const joinedAfter = (last: Temporal.Instant | null, now: Temporal.Instant) =>
  last && Temporal.Instant.compare(now, last) <= 0 ? last.add({ microseconds: 1 }) : now

const repeated = (
  { onceKey, party }: Family,
  { repeats }: BeforeJoining,
  entered: readonly NewRegistration[],
) => {
  const isOfParty = (child: Child) => party.children.some(one => isSameChild(one, child))
  return (
    repeats.find(one => one.onceKey === onceKey)?.id ??
    entered.find(other => other.party.children.some(isOfParty))?.id ??
    null
  )
}

const registrationOf = (
  {
    context,
    id,
    party,
    called,
    contact,
    language,
    keys,
    onceKey,
    renderingKey,
    brings = [],
    comesAs = null,
  }: Family,
  intake: Intake,
  decided: Pick<NewRegistration, 'size' | 'state' | 'repeatsId' | 'joinedAt'>,
): NewRegistration => ({
  ...{ ...decided, id, keys, onceKey, party, brings, comesAs },
  // What is entered by one form stands on one page (docs/decisions/0033).
  ...{ offeredUntil: null, chosenBecause: null, pageId: onceKeyOf(`page ${intake.offerId} ${renderingKey}`) },
  ...{ intakeId: intake.id, offerId: intake.offerId },
  ...{ providerId: intake.providerId, centreId: intake.centreId },
  household: {
    ...{ id: randomUUIDv7(), called, contact, language },
    ...(isHeardByStaff(context, contact) && { isNumberConfirmed: true as const }),
  },
  enteredBy: context.actor.kind === 'staff' ? 'staff' : 'family',
})

/** What a family says at the desk needs no code (docs/decisions/0037). */
const isHeardByStaff = ({ actor, city }: Context, contact: Contact) =>
  actor.kind === 'staff' &&
  contact.kind === 'phone' &&
  mobileNumber(contact.phone, city.country) !== undefined
