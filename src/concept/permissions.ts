import { type Actor, leadsCentre } from '../identity/index.ts'

/** Says which articles of the concept an offer serves: the lead of its centre. */
export const mayPointToArticles = (actor: Actor, offer: { centreId: string }) =>
  leadsCentre(actor, offer.centreId)
