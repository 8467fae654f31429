import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

/** The public desk of the centre takes a wish in; nobody else does. */
export const maySubscribe = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  actor.kind === 'desk' && actor.centreId === centreId

/** How many want the letter, and what the next one says; never who. */
export const maySeeLetter = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  leadsCentre(actor, centreId)
