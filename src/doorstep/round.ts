import type { CentreRef } from '../identity/index.ts'

/** A day on which somebody of the team goes from door to door. A centre has one open round at a time. */
export type Round = CentreRef & {
  id: string
  heldOn: Temporal.PlainDate
  /** Who goes, in the words of the team; forgotten when the round is closed. */
  goes: string
  /** The day on which a round that nobody closes is closed by itself: three days after its own. */
  deleteOn: Temporal.PlainDate
}

/** What stays of a round that is over. No person in it. */
export type RoundSums = {
  heldOn: Temporal.PlainDate
  isExample: boolean
  /** Kits that hang at doors, and those that came back to the cupboard. */
  kits: number
  cameBack: number
  /** Households whose kits hang, who were not found, to whom nobody came. */
  reached: number
  notFound: number
  notVisited: number
  /** Of all of them, those who never want the bell. */
  neverRing: number
}

/** Families ask until the evening before: then the sheet is printed. The team may add somebody on the day itself. */
export const familiesMayAsk = ({ heldOn }: Pick<Round, 'heldOn'>, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(today, heldOn) < 0

/** The last day on which families ask. */
export const lastDayToAsk = ({ heldOn }: Pick<Round, 'heldOn'>) => heldOn.subtract({ days: 1 })

/** Its day is over and nobody has closed it: addresses lie about that nobody needs any more. */
export const isOverdue = ({ heldOn }: Pick<Round, 'heldOn'>, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(heldOn, today) < 0
