import type { CentreRef } from '../identity/index.ts'
import type { Language } from '../platform/wording/wording.ts'
import type { Reach } from '../reach/index.ts'

export type LoanState = 'asked' | 'declined' | 'promised' | 'lent' | 'returned'

/** Pieces of a thing that somebody asks for, is promised, has and brings back. Money is in cents. */
export type Loan = CentreRef & {
  id: string
  thingId: string
  pieces: number
  language: Language
  called: string
  wants: Reach
  fromOn: Temporal.PlainDate
  /** The day on which it comes back. */
  dueOn: Temporal.PlainDate
  state: LoanState
  depositCents: number
  depositTaken: boolean
}

export const isOverdue = ({ state, dueOn }: Pick<Loan, 'state' | 'dueOn'>, today: Temporal.PlainDate) =>
  state === 'lent' && Temporal.PlainDate.compare(dueOn, today) < 0

/** A wish is forgotten thirty days after the day on which the thing would have come back. */
export const wishForgottenOn = (dueOn: Temporal.PlainDate) => dueOn.add({ days: 30 })
/** Whoever has a thing is known until it is back, and no longer than a year after it should have been. */
export const loanForgottenOn = (dueOn: Temporal.PlainDate) => dueOn.add({ years: 1 })
/** Who had it is forgotten thirty days after it came back. */
export const returnForgottenOn = (today: Temporal.PlainDate) => today.add({ days: 30 })
