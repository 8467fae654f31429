const childBands = [
  'childrenUnder1',
  'children1To2',
  'children3To5',
  'children6To10',
  'childrenOver10',
] as const

/** What is counted at a session, in the order of the counter; `firstTime` counts families. */
export const counted = ['adults', ...childBands, 'firstTime'] as const
export type Counted = (typeof counted)[number]

/** How many came. Nobody has a name here. */
export type Heads = Record<Counted, number>

export const nobody: Heads = {
  adults: 0,
  childrenUnder1: 0,
  children1To2: 0,
  children3To5: 0,
  children6To10: 0,
  childrenOver10: 0,
  firstTime: 0,
}

/** A count as it is kept: a correction is a new version, and so is taking it back. */
export type HeadCount = {
  version: number
  heads: Heads
  isWithdrawn: boolean
  countedAs: CountingRole
  countedBy: string
  countedAt: Temporal.Instant
}

export type CountingRole = 'centre-lead' | 'course-leader'

const childrenOf = (heads: Heads) => childBands.reduce((sum, band) => sum + heads[band], 0)

/** Whoever came as an adult or a child of any age. */
export const adultsAndChildren = (heads: Heads) => ({ adults: heads.adults, children: childrenOf(heads) })

/** Everybody who came, each once: families here for the first time are among them already. */
export const everybodyOf = (heads: Heads) => heads.adults + childrenOf(heads)

/** The count that holds; null while a session is uncounted, or uncounted again. */
export const countThatHolds = (versions: readonly HeadCount[]): HeadCount | null => {
  const latest = versions.at(-1)
  return latest && !latest.isWithdrawn ? latest : null
}

/** Why a session cannot be counted; null when it can. */
export const whyNotCountable = (
  { startsAt, cancelReason }: { startsAt: Temporal.Instant; cancelReason: string | null },
  now: Temporal.Instant,
): 'cancelled' | 'not-started' | null => {
  if (cancelReason) return 'cancelled'
  return Temporal.Instant.compare(now, startsAt) < 0 ? 'not-started' : null
}
