import { type Actor, answersFor, type CentreRef, leadsCentre, seesFamiliesOf } from '../identity/index.ts'

/** Calling a family means seeing it by name: the lead of the centre, and who has support access there. */
export const mayCall = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  actor.kind === 'staff' && seesFamiliesOf(actor, centreId)

/** What SMS cost, and may cost at most: whoever answers for the provider. */
export const maySetLimit = (actor: Actor, providerId: string) => answersFor(actor, providerId)

/** When telephones ring for a centre: its lead, who answers for it to the families. */
export const mayChoosePhoneHours = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  leadsCentre(actor, centreId)
