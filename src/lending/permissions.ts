import { type Actor, leadsCentre } from '../identity/index.ts'

/** Keeps the things of a centre and sees who has them: its lead. */
export const mayLend = (actor: Actor, { centreId }: { centreId: string }) => leadsCentre(actor, centreId)

/** A family asks at the public desk of the centre; its lead answers. */
export const mayAskToBorrow = (actor: Actor, { centreId }: { centreId: string }) =>
  actor.kind === 'desk' && actor.centreId === centreId
