import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

/** The team of the centre gives invitations out and counts who comes with one; nobody else reads of it. */
export const mayInvite = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  leadsCentre(actor, centreId)
