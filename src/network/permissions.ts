import { type Actor, type CentreRef, leadsCentre } from '../identity/index.ts'

/** Only the team of the centre knows its network from inside: no provider, no city, nobody next door. */
export const mayKeepNetwork = (actor: Actor, { centreId }: Pick<CentreRef, 'centreId'>) =>
  leadsCentre(actor, centreId)
