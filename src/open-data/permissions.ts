import { type Actor, hasRole } from '../identity/index.ts'

/** Which other sites show the programme in the name of the network: the office that answers for all of it. */
export const mayAllowSites = (actor: Actor) => hasRole(actor, 'city-office')
