import type { CentreRef } from '../identity/index.ts'

export const kinds = ['payment', 'refund', 'put-in', 'taken-out', 'over', 'short'] as const
/**
 * What a line of the cash book says: a fee was paid or given back; coins came from the bank or went there; more or
 * less was found when counting than was written.
 */
export type Kind = (typeof kinds)[number]

/** A line of the cash book. It has no name in it and is never changed. */
export type CashEntry = CentreRef & {
  id: string
  /** Runs on without a gap; the number of the receipt. */
  number: number
  heldOn: Temporal.PlainDate
  kind: Kind
  cents: number
  offerId: string | null
  title: string | null
  refundedCents: number
  words: string
  bookedAt: Temporal.Instant
}

/** What a line adds to the box, in cents; less than nothing where it takes out. */
export const changeBy = ({ kind, cents }: Pick<CashEntry, 'kind' | 'cents'>) =>
  kind === 'payment' || kind === 'put-in' || kind === 'over' ? cents : -cents

/** A sheet of the box in cents: what lay in it before these lines, what came and went, and what lies in it after them. */
export const sheetOf = (entries: readonly CashEntry[], closingCents: number) => {
  const sums = Object.fromEntries(
    kinds.map(kind => [
      kind,
      entries.reduce((sum, entry) => (entry.kind === kind ? sum + entry.cents : sum), 0),
    ]),
  ) as Record<Kind, number>
  const change = entries.reduce((sum, entry) => sum + changeBy(entry), 0)
  return { openingCents: closingCents - change, sums, closingCents }
}

/** The line that makes the book agree with what was counted; none where it does already. */
export const differenceBetween = (
  expectedCents: number,
  countedCents: number,
): { kind: 'over' | 'short'; cents: number } | undefined => {
  if (countedCents === expectedCents) return undefined
  return countedCents > expectedCents
    ? { kind: 'over', cents: countedCents - expectedCents }
    : { kind: 'short', cents: expectedCents - countedCents }
}
