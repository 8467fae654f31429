import type { PartySize } from '../party.ts'
import {
  givingBack,
  inLine,
  type Limit,
  limitsWithoutRoom,
  partiesToOffer,
  type Unit,
  type WaitingParty,
} from '../places.ts'
import type { whyNotNow } from '../registration.ts'
import type { PlaceRules } from './place-rules.ts'

/** Why a waiting family has no offer; `next` when nothing but its turn is missing. */
export type WhyWaiting =
  | { why: NonNullable<ReturnType<typeof whyNotNow>> }
  | { why: 'no-place' | 'held'; missing: Unit[] }
  | { why: 'by-hand' | 'after-approval' | 'behind-larger' | 'behind-others' | 'next' }

type AtIntake = {
  limits: readonly Limit[]
  /** In the order of joining. */
  waiting: readonly WaitingParty[]
  /** Families that have an open offer: their places are taken until they answer. */
  offered: readonly PartySize[]
  rules: PlaceRules
  refusal: ReturnType<typeof whyNotNow>
}

/** For each waiting family, in the order of the line, the first thing that stands between it and a place. */
export const whyTheyWait = ({ limits, waiting, offered, rules, refusal }: AtIntake) => {
  const line = inLine(waiting, rules.priority)
  const toOffer = new Set(partiesToOffer(waiting, limits, rules).map(({ id }) => id))
  const withoutOffers = offered.reduce<readonly Limit[]>(givingBack, limits)

  return line.map((party): { id: string } & WhyWaiting => {
    const { id } = party
    if (refusal) return { id, why: refusal }
    const missing = limitsWithoutRoom(limits, party)
    if (missing.length > 0) {
      const isHeld = limitsWithoutRoom(withoutOffers, party).length === 0
      return { id, why: isHeld ? 'held' : 'no-place', missing }
    }
    if (rules.giving !== 'by-rule') return { id, why: rules.giving }
    if (toOffer.has(id)) return { id, why: 'next' }
    return { id, why: rules.waitingRule === 'strict-order' ? 'behind-larger' : 'behind-others' }
  })
}
