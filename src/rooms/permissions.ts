import { type Actor, leadsCentre } from '../identity/index.ts'

/** Keeps the rooms of a centre and decides who is in them when: its lead. */
export const mayKeepRooms = (actor: Actor, { centreId }: { centreId: string }) => leadsCentre(actor, centreId)

/** A group asks at the public desk of the centre; its lead answers. */
export const mayAskForRoom = (actor: Actor, { centreId }: { centreId: string }) =>
  actor.kind === 'desk' && actor.centreId === centreId
