import type { CentreRef } from '../identity/index.ts'
import type { WithSetUp } from './span.ts'

export const ownKinds = ['own', 'letting', 'blocked'] as const
/** What a room is taken for: a date of the programme, the team's own use, a group, or it cannot be used at all. */
export type BookingKind = 'session' | (typeof ownKinds)[number]

/** Why a date of a series was left out. */
export type SkippedFor = 'taken' | 'closed' | 'in-gap'

export type BookingState = 'confirmed' | 'skipped' | 'cancelled' | 'released'

export type Booking = CentreRef &
  WithSetUp & {
    id: string
    roomId: string
    seriesId: string | null
    sessionId: string | null
    kind: BookingKind
    title: string
    state: BookingState
    skippedFor: SkippedFor | null
    /** Somebody said that the room is in use. */
    inUseAt: Temporal.Instant | null
    /** When it was left before its time. */
    endedAt: Temporal.Instant | null
  }

/** The words of a booking are forgotten a year after its day. */
export const forgottenOn = (lastOn: Temporal.PlainDate) => lastOn.add({ years: 1 })

/** What can be done about a whole series from one of its dates (scenario R16). */
export const scopes = ['this', 'following', 'all'] as const
export type Scope = (typeof scopes)[number]
