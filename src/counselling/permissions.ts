import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

type At = Pick<CentreRef, 'centreId'>

/** The public desk of the centre takes a booking in. */
export const mayBook = (actor: Actor, { centreId }: At) =>
  actor.kind === 'desk' && actor.centreId === centreId

/** Only the team of the centre offers hours: nobody with support access, no course leader, no provider. */
export const mayOfferHours = (actor: Actor, { centreId }: At) => leadsCentre(actor, centreId)

/** The same team sees who comes, as code words, and marks who came. */
export const maySeeBookings = (actor: Actor, { centreId }: At) => leadsCentre(actor, centreId)
