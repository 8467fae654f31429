import type { CentreRef } from '../identity/index.ts'
import type { CancelReason, Contact } from '../outreach/index.ts'
import type { Language } from '../platform/wording/wording.ts'
import { type AgeRange, childrenOfWrongAge, lacksAdult, type Party, sizeOf } from './party.ts'
import { placesNeeded } from './places.ts'
import type { Price } from './price.ts'
import type { ComesAs, PlaceRules } from './rules/place-rules.ts'

export const registrationStates = [
  'confirmed',
  'waiting',
  'offered',
  'cancelled',
  'declined',
  'expired',
] as const
export type RegistrationState = (typeof registrationStates)[number]

/** A place is held by a confirmed party, and for a party that has an open offer. */
export const holdsPlaces = (state: RegistrationState) => state === 'confirmed' || state === 'offered'
/** Still counts for the family: it has a place, was offered one, or waits. */
export const isLive = (state: RegistrationState) => holdsPlaces(state) || state === 'waiting'

/** What one registers for: a single session, or a whole course. */
export type Intake = CentreRef &
  AgeRange &
  PlaceRules &
  Price & {
    id: string
    offerId: string
    sessionId: string | null
    offerSlug: string
    startsAt: Temporal.Instant
    /** The day it is held on now, however often it was moved; null where no session begins at that moment. */
    heldOn: Temporal.PlainDate | null
    /** By the clock of the city; null where no session begins at that moment, or where its end is open. */
    starts: Temporal.PlainTime | null
    ends: Temporal.PlainTime | null
    /** The local day of the (first) session, on which ages count. */
    ageOn: Temporal.PlainDate
    /** The last day of the course or session. */
    lastOn: Temporal.PlainDate
    opensAt: Temporal.Instant | null
    closesAt: Temporal.Instant
    isStopped: boolean
    /** Why a single date does not take place; null where it does, and for a course. */
    calledOff: { reason: CancelReason; note: string } | null
    /** Children stay there; elsewhere an adult comes along. */
    isWithoutParents: boolean
    /** Only whoever holds the link of the lead registers; null where she took it back. */
    isClosedGroup: boolean
    inviteHash: Buffer | null
    counts: 'child' | 'adult' | 'household' | 'person'
    /** What partners tell the families they send, where those come first. */
    referralWord: string | null
    /** Hours for which an offered place is kept. */
    offerHours: number
    place: string
    /** A single date is held where the centre is not; its address would lead astray. */
    isElsewhere: boolean
  }

export type Household = {
  id: string
  called: string
  language: Language
  contact: Contact
  /** Its own: the code that went there was typed, or staff have it from the family itself. */
  isNumberConfirmed?: true
  /** Staff barred all contact: nobody is written to, and lists name nobody. */
  isLocked?: true
}

export type Registration = CentreRef & {
  id: string
  offerId: string
  intakeId: string
  state: RegistrationState
  joinedAt: Temporal.Instant
  offeredUntil: Temporal.Instant | null
  repeatsId: string | null
  comesAs: ComesAs | null
  /** Why the lead let it pass others that waited longer. */
  chosenBecause: string | null
  /** What one family has at a provider stands on one page (docs/decisions/0033). */
  pageId: string
  household: Household
  party: Party
}

/** Why nobody can register now; null when one can. */
export const whyNotNow = (
  { isStopped, opensAt, closesAt }: Pick<Intake, 'isStopped' | 'opensAt' | 'closesAt'>,
  now: Temporal.Instant,
): 'stopped' | 'not-open-yet' | 'closed' | null => {
  if (isStopped) return 'stopped'
  if (opensAt && Temporal.Instant.compare(now, opensAt) < 0) return 'not-open-yet'
  if (Temporal.Instant.compare(now, closesAt) >= 0) return 'closed'
  return null
}

/** Why this party cannot come; null when it can. */
export const whyNotFor = (
  party: Party,
  intake: Pick<Intake, 'counts' | 'isWithoutParents' | 'ageFrom' | 'ageUntil' | 'ageOn'>,
):
  | { outcome: 'nobody-to-register' | 'nobody-along' }
  | { outcome: 'wrong-age'; childNames: string[] }
  | null => {
  if (placesNeeded(intake.counts, sizeOf(party, intake.ageOn)) === 0) return { outcome: 'nobody-to-register' }
  if (lacksAdult(party, intake)) return { outcome: 'nobody-along' }
  const childNames = childrenOfWrongAge(party, intake, intake.ageOn).map(({ firstName }) => firstName)
  return childNames.length > 0 ? { outcome: 'wrong-age', childNames } : null
}

/** What becomes of a registration that ends: it holds no place and waits for none. */
export const endedAs = <State extends 'cancelled' | 'declined' | 'expired'>(
  state: State,
  endedAt: Temporal.Instant,
) => ({ state, offeredUntil: null, endedAt })

/** Until when an offered place is kept: for the offer's hours, but never beyond the end of registration. */
export const offeredUntil = (
  { offerHours, closesAt }: Pick<Intake, 'offerHours' | 'closesAt'>,
  now: Temporal.Instant,
) => {
  const end = now.add({ hours: offerHours })
  return Temporal.Instant.compare(end, closesAt) < 0 ? end : closesAt
}

/** Whoever sees it now is most likely who typed it. */
export const wasJustMade = ({ joinedAt }: Pick<Registration, 'joinedAt'>, now: Temporal.Instant) =>
  Temporal.Instant.compare(now, joinedAt.add({ minutes: 30 })) < 0

/** So long a link opens without its code where somebody else may read along, once it was shown whose it is. */
export const provedUntil = (now: Temporal.Instant) => now.add({ minutes: 30 })

/** Personal data of a registration ends eight weeks after the last session. */
export const deleteOn = ({ lastOn }: Pick<Intake, 'lastOn'>) => lastOn.add({ weeks: 8 })
