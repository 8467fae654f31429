import type { Language } from '../platform/wording/wording.ts'
import type { ReachableHours } from './reachable-hours.ts'

/** What a centre tells a family about one registration. */
export const messageKinds = [
  'registration-confirmed',
  'registration-waiting',
  'registration-asked',
  'place-offered',
  'place-accepted',
  'registration-cancelled',
  'offer-expired',
  'session-cancelled',
  'session-takes-place',
  'dates-changed',
  'child-registered-again',
  'reminder',
  'group-notice',
] as const
export type MessageKind = (typeof messageKinds)[number]

/**
 * The way in which a household is written to or called; without one it keeps its code on paper. Phones that want notices
 * hear besides (docs/decisions/0034).
 */
export type Contact = Safely &
  ({ kind: 'email'; email: string } | { kind: 'phone'; phone: string } | { kind: 'none' })

/** What is heeded where somebody else may read along. */
type Safely = {
  /** Only that there is news, and where a code is typed: no centre, offer, child or name, no number and no key. */
  neutral?: boolean
  /** The only hours in which it is written to or called. */
  hours?: ReachableHours
}

/** Why a session does not take place, as families read it. */
export const cancelReasons = ['illness', 'no-leader', 'too-few', 'building', 'weather', 'other'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** All that the wording of a message may use. Nobody else than the household itself is named here. */
export type MessageFacts = {
  /** How the household wants to be called. */
  called: string
  offerTitle: string
  /** ISO moment, such as 2026-12-01T08:30:00Z. */
  startsAt: string
  /** Time of day by the clock of the city, such as 11:00; missing where the end is open. */
  ends?: string
  centreName: string
  /** Number of the centre, for questions. */
  phone?: string
  /** The room, and the street of the centre. */
  place: string
  street?: string
  /** Where nobody comes to the centre: at `place` alone, or by a way that has no place. */
  notAtCentre?: 'elsewhere' | 'online' | 'phone' | 'door'
  /** The personal address that shows, changes and cancels, without the host: /de/my/…. */
  manageAddress?: string
  /** Where the code is typed, the same for everybody: all that a neutral message leads to. */
  codeAddress?: string
  /** Where this kind of message is refused, without the host; what has to be told has none. */
  stopAddress?: string
  /** The short code on paper that does the same. */
  code?: string
  /** The family has a place, so that the date may stand in its calendar. */
  holdsPlace?: boolean
  /** The registration that was cancelled had no place yet. */
  leftTheLine?: boolean
  /** ISO moment until which an offered place is kept. */
  offeredUntil?: string
  reason?: CancelReason
  /** What the centre adds to the reason, in its own words. */
  note?: string
  /** What has changed about single dates, all of one occasion; each with the page of its own registration. */
  dates?: ChangedDate[]
}

/** A date as it is now. `was` is the ISO moment at which it was to begin; `again` takes place after all. */
export type ChangedDate = {
  was?: string
  again?: boolean
  startsAt: string
  ends?: string
  /** Said where they are new. */
  place?: string
  leader?: string
  manageAddress?: string
}

/** Words, and on a line of their own below them the address or the code they speak of. */
export type Paragraph = { words: string; address?: string; code?: string }

/** Put together by whoever has something to say: the answer to a question, the programme of a week. */
export type WrittenLetter = {
  subject: string
  paragraphs: readonly Paragraph[]
  stopAddress?: string
  /** How the reader wants to be called, where no registration says it. */
  called?: string
  /** By which consent it is sent: taken back, it does not leave any more. */
  consentId?: string
  /** Somebody has just asked for it and waits. */
  isAnswer?: true
  /** After this moment it is of no use, such as a code. */
  usefulUntil?: string
}

/** What is told: news of a registration, which become words only on their way, or a letter that is written already. */
export type News = { kind: MessageKind; facts: MessageFacts } | { kind: 'letter'; facts: WrittenLetter }

type Told = { providerId: string; centreId: string; language: Language; contact: Contact }

export type Message = Told &
  (
    | (Extract<News, { kind: MessageKind }> & { registrationId: string })
    | (Extract<News, { kind: 'letter' }> & { registrationId?: string })
  )
