import type { CentreRef } from '../identity/index.ts'

export const mistakes = ['time', 'place', 'price', 'over', 'contact', 'words', 'other'] as const
/** What is wrong on a page; `over` does not take place any more. */
export type Mistake = (typeof mistakes)[number]

/** What somebody found wrong on a page of a centre; nobody knows who. */
export type Correction = CentreRef & {
  id: string
  /** Without its language: /offers/krabbelgruppe. */
  page: string
  title: string
  what: Mistake
  words: string
  /** The one in which the page was read. */
  language: string
  sentAt: Temporal.Instant
  deleteOn: Temporal.PlainDate
}

/** Nobody mends after a quarter of a year what was wrong then. */
export const forgottenOn = (sentOn: Temporal.PlainDate) => sentOn.add({ days: 90 })

/** The pages that can be wrong: of an offer or one of its dates, a centre, a room, a thing to lend, a note. Undefined for any other address. */
export const entryOf = (page: string) => {
  const [, note] = /^\/centres\/[a-z0-9-]{1,80}\/pinboard\/([0-9a-f-]{36})$/.exec(page) ?? []
  if (note) return { kind: 'notes' as const, name: note }
  const [, kind, name = ''] =
    /^\/(offers|sessions|centres|rooms|lending)\/([a-z0-9-]{1,120})$/.exec(page) ?? []
  return kind ? { kind: kind as (typeof named)[number], name } : undefined
}

const named = ['offers', 'sessions', 'centres', 'rooms', 'lending'] as const
