import { type Actor, leadsCentre } from '../identity/index.ts'

/** Keeps the rooms of a centre and decides who is in them when: its lead. */
export const mayKeepRooms = (actor: Actor, { centreId }: { centreId: string }) => leadsCentre(actor, centreId)
