import { type Actor, answersFor } from '../identity/index.ts'

/** The audit log of a provider is read by its managers: it says what their own people do. */
export const mayReadAudit = (actor: Actor, providerId: string) => answersFor(actor, providerId)
