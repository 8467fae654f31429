import type { Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import {
  inLine,
  type Limit,
  limitsWithoutRoom,
  partiesToOffer,
  type Unit,
  type WaitingParty,
} from './places.ts'
import type { Giving } from './rules/place-rules.ts'
import * as store from './store/what-waits.ts'

/** An intake at which something waits for a decision of staff. */
type AtIntake = { intakeId: string; title: string; titleLanguage: string }

/** Families wait although places are free: `missing` says what the one that waits longest would need. */
export type NotOffered = AtIntake & { families: number; missing: Unit[] }

/** Families that fit and wait for the lead to choose among them, or to say yes. */
export type ToDecide = AtIntake & { families: number; giving: Exclude<Giving, 'by-rule'> }

/** Children that seem to be registered twice. */
export type Repeats = AtIntake & { children: number }

/** What waits for the staff of the own centres and offers before registration ends. */
export const whatWaits = (context: Context) =>
  inTransaction(context, async tx => {
    const waiting = await store.listWaiting(tx, context)
    return {
      notOffered: waiting.flatMap(
        ({ limits, parties, intakeId, title, titleLanguage, ...rules }): NotOffered[] => {
          const missing = whyNotOffered(inLine(parties, rules.priority), limits)
          const families = parties.length
          return missing.length > 0 ? [{ intakeId, title, titleLanguage, families, missing }] : []
        },
      ),
      toDecide: waiting.flatMap(
        ({ limits, parties, intakeId, title, titleLanguage, ...rules }): ToDecide[] => {
          const { giving } = rules
          if (giving === 'by-rule') return []
          const families = partiesToOffer(parties, limits, {
            ...rules,
            waitingRule: 'first-that-fits',
          }).length
          return families > 0 ? [{ intakeId, title, titleLanguage, families, giving }] : []
        },
      ),
      repeats: await store.listRepeats(tx, context),
    }
  })

/**
 * Which places the longest-waiting party lacks while others stand empty. Nothing when all is full, because then
 * everybody knows why; nothing when it fits, because then its offer is on the way.
 */
export const whyNotOffered = (parties: readonly WaitingParty[], limits: readonly Limit[]): Unit[] => {
  const [first] = parties
  const hasFreePlace = limits.some(({ places, taken }) => taken < places)
  return first && hasFreePlace ? limitsWithoutRoom(limits, first) : []
}
