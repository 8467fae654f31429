import { type Actor, leadsCentre } from '../identity/index.ts'

/** Decides what an offer for children without their parents needs, and sees who cares for them: the lead of the centre. */
export const mayDecideCare = (actor: Actor, offer: { centreId: string }) => leadsCentre(actor, offer.centreId)
