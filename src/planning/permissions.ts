import { type Actor, hasRole, leadsCentre } from '../identity/index.ts'

type AtCentre = { centreId: string }

/** Plans offers there, keeps their drafts, and reads those that are not published: the lead of the centre. */
export const mayPlan = (actor: Actor, { centreId }: AtCentre) => leadsCentre(actor, centreId)

/** Changes, publishes and takes off what the centre offers; a job follows the calendar from which an offer came. */
export const mayChangeOffer = (actor: Actor, offer: AtCentre) =>
  actor.kind === 'system' || leadsCentre(actor, offer.centreId)

/** Keeps the words that all centres of the city translate alike: whoever leads one of them. */
export const mayKeepGlossary = (actor: Actor) => hasRole(actor, 'centre-lead')

/** Cancels a date of it. */
export const mayCancelSession = (actor: Actor, session: AtCentre) => leadsCentre(actor, session.centreId)
