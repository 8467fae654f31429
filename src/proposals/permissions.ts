import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

/** The public desk of the centre takes in what a partner proposes; whose link it is was asked before. */
export const mayPropose = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  actor.kind === 'desk' && actor.centreId === centreId

/** Only the lead of the centre decides what stands in its programme, and who may propose. */
export const mayDecide = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  leadsCentre(actor, centreId)
