import type { CentreRef } from '../identity/index.ts'
import type { BookableHours } from './hours.ts'

export const equipments = [
  ...(['tables', 'kitchen', 'projector', 'whiteboard', 'sound', 'piano', 'mats', 'toys', 'wifi'] as const),
  ...(['changing-table', 'stroller-space', 'accessible-toilet', 'outdoors'] as const),
] as const
/** What stands in a room, or close by. */
export type Equipment = (typeof equipments)[number]

/** What a room is called and what is said of it, in one language. */
/** `directions` of a room at a partner's alone: the way to the centre is said of the centre. */
export type RoomText = { name: string; about: string; houseRules: string; directions: string }

/** What the lead says of a room. Money is in cents, set-up and release in minutes. */
export type RoomFacts = {
  /** By language; German is always there. */
  texts: Record<string, RoomText>
  /** Where it is, when it is not at the centre. */
  atPartner: string
  capacity: number | null
  isStepFree: boolean
  equipment: Equipment[]
  /** For the team alone. */
  keyNote: string
  contact: string
  minutesBefore: number
  minutesAfter: number
  isLet: boolean
  feeCents: number
  feePer: 'booking' | 'hour'
  depositCents: number
  maxDaysAhead: number | null
  releaseAfter: number | null
  hours: BookableHours[]
}

export type Room = CentreRef &
  RoomFacts & {
    id: string
    slug: string
    /** The hall it is a part of; a part has no parts. */
    partOf: string | null
    isArchived: boolean
    isExample: boolean
  }

/** What a room is called where only its name is shown, in the reader's language or the one there is. */
export const nameOf = (texts: Record<string, RoomText>, language: string) =>
  (texts[language] ?? texts.de ?? Object.values(texts)[0])?.name ?? ''

/** Rooms with which a booking of one shares space: itself, the hall it is a part of, and its own parts. */
export const sharesSpaceWith = (room: Pick<Room, 'id' | 'partOf'>, other: Pick<Room, 'id' | 'partOf'>) =>
  other.id === room.id || other.id === room.partOf || other.partOf === room.id
