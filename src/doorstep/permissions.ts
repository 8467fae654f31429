import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

type At = Pick<CentreRef, 'centreId'>

/** The public desk of the centre takes a request in; its team does so for whoever calls or comes by. */
export const mayAskForKits = (actor: Actor, { centreId }: At) =>
  (actor.kind === 'desk' && actor.centreId === centreId) || leadsCentre(actor, centreId)

/** Only the team of the centre keeps its kits and plans its rounds. */
export const mayKeepDoorstep = (actor: Actor, { centreId }: At) => leadsCentre(actor, centreId)

/** The same team sees at whose door a kit hangs: nobody with support access, no course leader, no provider. */
export const maySeeDoors = (actor: Actor, { centreId }: At) => leadsCentre(actor, centreId)
