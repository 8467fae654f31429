import type { Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { type Limit, limitsWithoutRoom, type Unit, type WaitingParty } from './places.ts'
import * as store from './store/what-waits.ts'

/** An intake at which something waits for a decision of staff. */
type AtIntake = { intakeId: string; title: string; titleLanguage: string }

/** Families wait although places are free: `missing` says what the one that waits longest would need. */
export type NotOffered = AtIntake & { families: number; missing: Unit[] }

/** Children that seem to be registered twice. */
export type Repeats = AtIntake & { children: number }

/** What waits for the staff of the own centres and offers before registration ends. */
export const whatWaits = (context: Context) =>
  inTransaction(context, async tx => {
    const waiting = await store.listWaiting(tx, context)
    return {
      notOffered: waiting.flatMap(({ limits, parties, ...intake }): NotOffered[] => {
        const missing = whyNotOffered(parties, limits)
        return missing.length > 0 ? [{ ...intake, families: parties.length, missing }] : []
      }),
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
