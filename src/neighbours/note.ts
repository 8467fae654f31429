import type { CentreRef } from '../identity/index.ts'
import type { Reach } from '../reach/index.ts'

export const kinds = ['give', 'lend', 'need', 'skill'] as const
/** Something to give away, to lend, wanted, or that somebody can do. */
export type NoteKind = (typeof kinds)[number]

/** The languages families write in here most. A note hangs in the one it was written in. */
export const noteLanguages = ['de', 'en', 'ar', 'tr', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ti', 'fr'] as const
export type NoteLanguage = (typeof noteLanguages)[number]

/** What everybody reads of a note: not a word of how to reach whoever wrote it. */
export type PublicNote = {
  id: string
  centreId: string
  kind: NoteKind
  language: string
  title: string
  words: string
  shownUntil: Temporal.PlainDate
}

/** A note as the team of the centre knows it; it hangs once it was approved. */
export type Note = CentreRef &
  Omit<PublicNote, 'shownUntil'> & {
    reach: Reach
    sentAt: Temporal.Instant
    approvedAt: Temporal.Instant | null
    shownUntil: Temporal.PlainDate | null
    deleteOn: Temporal.PlainDate
  }

/** Somebody who is interested in a note; the team passes it on by hand. */
export type Interest = {
  id: string
  noteId: string
  title: string
  words: string
  reach: Reach
  language: string
  sentAt: Temporal.Instant
  passedOnAt: Temporal.Instant | null
}

/** The last day of the thirty on which a note hangs, the day of its approval among them. */
export const shownUntilFor = (approvedOn: Temporal.PlainDate) => approvedOn.add({ days: 29 })

/** A note goes a week after its thirty days, with all contacts; one that nobody approved after thirty days. */
export const deleteApprovedOn = (approvedOn: Temporal.PlainDate) => approvedOn.add({ days: 37 })
export const deleteUnapprovedOn = (sentOn: Temporal.PlainDate) => sentOn.add({ days: 30 })
