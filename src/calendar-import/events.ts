/** A date of a calendar of others, in the local time of the city. */
export type ImportedDate = {
  /** A day, 2026-11-23. */
  on: string
  /** 09:30; null for what lasts all day. */
  starts: string | null
  ends: string | null
}

/** All dates of one UID that are still to come. */
export type ImportedEvent = {
  uid: string
  title: string
  description: string
  place: string
  categories: string[]
  dates: ImportedDate[]
}

/** What is wrong with a file, and in which line it begins; the other events are read all the same. */
export type CalendarFault = {
  line: number
  code: 'no-calendar' | 'unreadable' | 'no-start' | 'no-title' | 'rule' | 'too-many'
  about: string
}

export type ReadCalendar = { events: ImportedEvent[]; faults: CalendarFault[] }

export type CalendarWork = {
  text: string
  timeZone: string
  /** Days, both included. */
  from: string
  until: string
}
