/** To what a family is asked: a date, or a time of every week at which somebody of the centre is there. */
export type InvitedTo = { sessionId: string } | { weekday: number; starts: Temporal.PlainTime }

/** What a sender is given to hand on. */
export type Inviting = {
  partnerId: string
  /** Who expects the family, as she allows it; empty where nobody is named. */
  called: string
  to: InvitedTo
  /** Sheets of paper, each with `tearOffsOfSheet` tear-offs. */
  sheets: number
}

/** A sheet of A4 is torn into four tear-offs of A6. */
export const tearOffsOfSheet = 4
export const mostSheets = 10

/** The last day on which a tear-off counts: a quarter of a year after it was printed, whenever the family comes. */
export const goodUntil = (today: Temporal.PlainDate) => today.add({ weeks: 13 })

/** So far ahead a family is asked to a date. */
export const datesUntil = (today: Temporal.PlainDate) => today.add({ weeks: 4 })

/** Invitations that were given out, and how many tear-offs of them were not brought yet. */
export type Invitation = {
  id: string
  providerId: string
  centreId: string
  /** Null once the partner was taken out. */
  partnerName: string | null
  called: string
  sessionId: string | null
  weekday: number | null
  starts: Temporal.PlainTime | null
  printed: number
  left: number
  madeAt: Temporal.Instant
  goodUntil: Temporal.PlainDate
}

/** How many came with a tear-off of a sender in a month; without a name once the partner was taken out. */
export type TallyLine = { month: Temporal.PlainDate; partnerName: string | null; amount: number }

/** The door of a centre: a photograph, and what one sees on it, by language. */
export type Door = { bytes: Buffer; looks: Record<string, string> }
