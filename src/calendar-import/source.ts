import type { CentreRef } from '../identity/index.ts'
import type { OutsideFault } from '../platform/outside/read-outside.ts'
import type { CalendarFault, ImportedEvent, ReadCalendar } from './events.ts'
import type { Kept, Said } from './follow.ts'

/** A calendar that is read again and again, with how the last reading went. */
export type CalendarSource = CentreRef & {
  id: string
  name: string
  address: string
  words: string
  triedAt: Temporal.Instant
  readAt: Temporal.Instant | null
  wholeAt: Temporal.Instant | null
  etag: string | null
  lastModified: string | null
  fault: SourceFault | null
  faultAbout: string
  failedTimes: number
  broken: CalendarFault[]
  lookedAt: Temporal.Instant
}

/** Why nothing could be read. */
export type SourceFault = OutsideFault | 'bytes' | 'too-heavy' | 'no-calendar'

/** An event as it stood in the calendar last, and what became of it. */
export type SourceEvent = {
  id: string
  event: ImportedEvent
  firstReadAt: Temporal.Instant
  goneAt: Temporal.Instant | null
  said: Said | null
  kept: Kept[]
  /** Where it is an offer already. */
  slug: string | null
}

export type SourceReading =
  | { outcome: 'read'; read: ReadCalendar; etag: string | null; lastModified: string | null }
  | { outcome: 'unchanged' }
  | { outcome: 'fault'; code: SourceFault; about: string }

/** More calendars nobody looks through. */
export const mostSources = 20

/**
 * When it is read again: every four hours, so that a cancellation in the morning is known by noon. After a fault soon,
 * then less and less often, at last once a day.
 */
export const nextReading = (now: Temporal.Instant, failedTimes: number) =>
  now.add({ hours: failedTimes === 0 ? 4 : Math.min(24, 2 ** (failedTimes - 1)) })

/** Once a week it is read as if for the first time: the year that is looked ahead has moved on. */
export const knownAt = ({ etag, lastModified, wholeAt }: CalendarSource, now: Temporal.Instant) =>
  wholeAt && Temporal.Instant.compare(wholeAt.add({ hours: 7 * 24 }), now) > 0
    ? { etag, lastModified }
    : { etag: null, lastModified: null }

/** What somebody copied from a program: webcal: is how calendars are given to programs, and means https:. */
export const addressFrom = (typed: string) => typed.trim().replace(/^(webcals?|feed):/i, 'https:')

/** What somebody has to look at: new events, those that went, and those where she wrote something else. */
export const isNews = (
  { firstReadAt, goneAt, said, kept }: SourceEvent,
  { lookedAt }: Pick<CalendarSource, 'lookedAt'>,
) =>
  kept.length > 0 ||
  (goneAt !== null && said !== null) ||
  (said === null && Temporal.Instant.compare(firstReadAt, lookedAt) > 0)
