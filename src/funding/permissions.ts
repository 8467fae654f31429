import { type Actor, hasRole } from '../identity/index.ts'

/** Decisions and amounts are the city's: its office corrects them, everybody reads them. */
export const mayCorrectMoney = (actor: Actor) => hasRole(actor, 'city-office')
