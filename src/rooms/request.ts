import type { CentreRef } from '../identity/index.ts'
import type { Language } from '../platform/wording/wording.ts'
import type { Reach } from '../reach/index.ts'
import type { Span } from './span.ts'

/**
 * Waiting: for a time that is taken; asked: for the lead to answer; withdrawn: the group gave the room back; revoked:
 * the lead took it back.
 */
export type RequestState = 'waiting' | 'asked' | 'confirmed' | 'declined' | 'withdrawn' | 'revoked'

/** What a group of the neighbourhood asks for, and what became of it. Money is in cents. */
export type RoomRequest = CentreRef &
  Span & {
    id: string
    roomId: string
    language: Language
    called: string
    purpose: string
    people: number
    wants: Reach
    askedAt: Temporal.Instant
    state: RequestState
    reason: string
    bookingId: string | null
    feeCents: number
    depositCents: number
    feePaidOn: Temporal.PlainDate | null
    depositPaidOn: Temporal.PlainDate | null
    depositReturnedOn: Temporal.PlainDate | null
    deleteOn: Temporal.PlainDate
  }

/** A request is forgotten thirty days after the day it was about. */
export const requestForgottenOn = (day: Temporal.PlainDate) => day.add({ days: 30 })

/** Unanswered, or confirmed and still to come: the group may take it back, or give the room back. */
export const mayTakeBack = (
  { state, startsAt }: Pick<RoomRequest, 'state' | 'startsAt'>,
  now: Temporal.Instant,
) =>
  state === 'asked' ||
  state === 'waiting' ||
  (state === 'confirmed' && Temporal.Instant.compare(startsAt, now) > 0)

/** What a room costs from one moment to another; an hour that has begun counts as a whole one. */
export const feeFor = (
  { feeCents, feePer }: { feeCents: number; feePer: 'booking' | 'hour' },
  { startsAt, endsAt }: Span,
) => (feePer === 'hour' ? feeCents * Math.ceil(startsAt.until(endsAt).total('hours')) : feeCents)
