import { type Actor, hasRole } from '../identity/index.ts'

/** Live figures: the lead those of her centre, the provider those of its centres. */
export const mayReadLiveFigures = (actor: Actor) => hasRole(actor, 'centre-lead', 'provider-manager')

/** What the providers have released, of all centres side by side: the city office. */
export const mayReadReleasedFigures = (actor: Actor) => hasRole(actor, 'city-office')
