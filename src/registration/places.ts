import type { PartySize } from './party.ts'
import type { ComesAs, PlaceRules, Priority } from './rules/place-rules.ts'

export const units = ['child', 'adult', 'household', 'person', 'baby'] as const
/** What one place is. Some offers have two limits at once: the room, and the babies in it. */
export type Unit = (typeof units)[number]

export type Limit = { unit: Unit; places: number; taken: number }

/** 'first-that-fits' passes over a party that is too large for the free places; 'strict-order' waits for it. */
export type WaitingRule = 'first-that-fits' | 'strict-order'

export type WaitingParty = PartySize & { id: string; comesAs?: ComesAs | null }

/** How many places of a kind a party takes. */
export const placesNeeded = (unit: Unit, { adults, children, babies }: PartySize) =>
  ({ child: children, adult: adults, household: 1, person: adults + children, baby: babies })[unit]

/** The limits that have no room for this party; none if it fits. A limit it does not need never blocks it. */
export const limitsWithoutRoom = (limits: readonly Limit[], size: PartySize): Unit[] =>
  limits
    .filter(({ unit, places, taken }) => placesNeeded(unit, size) > Math.max(0, places - taken))
    .filter(({ unit }) => placesNeeded(unit, size) > 0)
    .map(({ unit }) => unit)

/**
 * A new party gets its places at once if it fits and overtakes nobody who could take them. Under 'strict-order'
 * nobody at all may be waiting.
 */
export const placeFor = (
  size: PartySize,
  limits: readonly Limit[],
  waiting: readonly WaitingParty[],
  rules: InLine,
): 'confirmed' | 'waiting' => {
  if (limitsWithoutRoom(limits, size).length > 0) return 'waiting'
  return partiesToOffer(waiting, limits, rules).length === 0 &&
    (rules.waitingRule === 'first-that-fits' || waiting.length === 0)
    ? 'confirmed'
    : 'waiting'
}

type InLine = Pick<PlaceRules, 'waitingRule' | 'priority'>

/** Those the rule of the offer puts first come first; among equals the order of joining stays. */
export const inLine = (waiting: readonly WaitingParty[], priority: Priority): readonly WaitingParty[] => {
  const isFirst = ({ comesAs }: WaitingParty) => comesAs === priority
  return [...waiting.filter(isFirst), ...waiting.filter(party => !isFirst(party))]
}

/** Which waiting parties get an offer now, in the order of the line; open offers already count as taken. */
export const partiesToOffer = (
  waiting: readonly WaitingParty[],
  limits: readonly Limit[],
  { waitingRule, priority }: InLine,
): WaitingParty[] => {
  const offered: WaitingParty[] = []
  let left = limits
  for (const party of inLine(waiting, priority)) {
    if (limitsWithoutRoom(left, party).length === 0) {
      offered.push(party)
      left = taking(left, party)
    } else if (waitingRule === 'strict-order') {
      break
    }
  }
  return offered
}

/** The limits once a party of this size has its places. */
export const taking = (limits: readonly Limit[], size: PartySize) =>
  limits.map(limit => ({ ...limit, taken: limit.taken + placesNeeded(limit.unit, size) }))

/** The limits as they would be without a party of this size. */
export const givingBack = (limits: readonly Limit[], size: PartySize) =>
  limits.map(limit => ({ ...limit, taken: limit.taken - placesNeeded(limit.unit, size) }))
