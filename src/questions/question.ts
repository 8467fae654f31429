import type { CentreRef } from '../identity/index.ts'
import type { Language } from '../platform/wording/wording.ts'
import type { Reach } from '../reach/index.ts'

export const channels = ['web', 'desk', 'phone'] as const
/** How a question came in: over the pages, at the desk, by telephone. */
export type Channel = (typeof channels)[number]

/** What a family needs, in its own words and any language. Nobody's name belongs to it. */
export type Question = CentreRef & {
  id: string
  language: Language
  body: string
  channel: Channel
  /** How the family wants its answer. */
  wants: Reach
  /** When a call suits it. */
  reachable: string
  askedAt: Temporal.Instant
  overdueAt: Temporal.Instant
  answeredAt: Temporal.Instant | null
  answer: string
  deleteOn: Temporal.PlainDate
}

/** A question that nobody answers is forgotten after 90 days, an answered one after 14. */
export const deleteUnansweredOn = (askedOn: Temporal.PlainDate) => askedOn.add({ days: 90 })
export const deleteAnsweredOn = (answeredOn: Temporal.PlainDate) => answeredOn.add({ days: 14 })

/** From when on a question waits too long: the same time of day, two working days later. */
export const overdueFrom = (
  asked: Temporal.ZonedDateTime,
  isHoliday: (day: Temporal.PlainDate) => boolean,
): Temporal.ZonedDateTime => {
  let day = asked
  for (let workingDays = 0; workingDays < 2; ) {
    day = day.add({ days: 1 })
    if (day.dayOfWeek <= 5 && !isHoliday(day.toPlainDate())) workingDays++
  }
  return day
}
