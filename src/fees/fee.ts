import { type PartySize, placesNeeded, type Unit } from '../registration/index.ts'

/** What a family pays, on its word alone: nobody asks why, and no proof is looked at or kept. */
export const levels = ['full', 'reduced', 'waived'] as const
export type Level = (typeof levels)[number]

/** The price of an offer in cents; `reducedCents` is null where nothing less than the full price was set. */
export type Price = {
  priceCents: number
  pricePer: 'session' | 'course' | 'family-session'
  reducedCents: number | null
}

/** Who comes how often: what one place is, the party, and the number of dates that one registration holds. */
export type Coming = { counts: Exclude<Unit, 'baby'>; size: PartySize; dates: number }

/**
 * What is to be paid for a registration, in cents. A price for each session counts for every date of a course, a price
 * for the family once however many come.
 */
export const dueFor = (level: Level, price: Price, { counts, size, dates }: Coming): number => {
  const heads = price.pricePer === 'family-session' ? 1 : placesNeeded(counts, size)
  return centsAt(level, price) * heads * (price.pricePer === 'course' ? 1 : dates)
}

/** What one pays at a level for one place, in cents. Who chose less keeps that word when the lesser price is gone. */
export const centsAt = (level: Level, { priceCents, reducedCents }: Price): number =>
  ({ full: priceCents, reduced: reducedCents ?? priceCents, waived: 0 })[level]

/** The levels a family may choose between. Coming without paying is always one of them. */
export const levelsOf = ({ reducedCents }: Pick<Price, 'reducedCents'>): Level[] =>
  levels.filter(level => level !== 'reduced' || reducedCents !== null)

/** What is still open, in cents; never less than nothing. */
export const openOf = ({ dueCents, paidCents }: { dueCents: number; paidCents: number }) =>
  Math.max(0, dueCents - paidCents)
