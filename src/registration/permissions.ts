import { type Actor, leadsCentre, leadsOffer, seesFamiliesOf } from '../identity/index.ts'
import type { Intake, Registration } from './registration.ts'

/** The public desk of the centre registers families; its staff do so for whoever calls or comes by. */
export const mayRegister = (actor: Actor, { centreId }: Pick<Intake, 'centreId'>) =>
  (actor.kind === 'desk' && actor.centreId === centreId) || leadsCentre(actor, centreId)

/** Change, cancel, answer an offer: the family at the desk of its centre, or the centre's staff for it. */
export const mayChange = (actor: Actor, { centreId }: Pick<Registration, 'centreId'>) =>
  (actor.kind === 'desk' && actor.centreId === centreId) || leadsCentre(actor, centreId)

/** The list of names: who leads the centre or this very offer, and whom the provider gave support access. */
export const maySeeList = (actor: Actor, { centreId, offerId }: Pick<Intake, 'centreId' | 'offerId'>) =>
  seesFamiliesOf(actor, centreId) || leadsOffer(actor, offerId)

/** Offer a place by hand, change the number of places, settle a child that was registered twice. */
export const mayManagePlaces = (actor: Actor, { centreId }: Pick<Intake, 'centreId'>) =>
  leadsCentre(actor, centreId)

/** Who came: the lead of the centre, or the leader of the offer. */
export const mayMarkAttendance = (
  actor: Actor,
  { centreId, offerId }: Pick<Intake, 'centreId' | 'offerId'>,
) => leadsCentre(actor, centreId) || leadsOffer(actor, offerId)
