import { type Actor, leadsCentre } from '../identity/index.ts'

/** Says how many it takes, where one meets and what is needed, and whether it takes place: the lead of the centre. */
export const mayPlanJoint = (actor: Actor, offer: { centreId: string }) => leadsCentre(actor, offer.centreId)
