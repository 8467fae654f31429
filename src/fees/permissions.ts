import { type Actor, answersFor, type CentreRef, leadsCentre } from '../identity/index.ts'

type At = Pick<CentreRef, 'centreId'>

/** A family says what it pays at the desk of its centre; the lead notes it for whoever tells her. */
export const maySayWhatToPay = (actor: Actor, { centreId }: At) =>
  (actor.kind === 'desk' && actor.centreId === centreId) || leadsCentre(actor, centreId)

/** Takes money, gives it back, counts the box, sets the lesser price: the lead. Course leaders see no money. */
export const mayKeepCash = (actor: Actor, { centreId }: At) => leadsCentre(actor, centreId)

/** The cash book has no name in it: the provider reads it as well. */
export const mayReadCash = (actor: Actor, { centreId, providerId }: CentreRef) =>
  leadsCentre(actor, centreId) || answersFor(actor, providerId)
