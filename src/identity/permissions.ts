import { type Actor, answersFor, hasRole, type Membership } from './actor.ts'

/** A role to be given, and where. */
export type Appointment = Membership

/** Whether the provider of an appointment has a manager already; then appointing is hers. */
type Known = { hasManager: boolean }

/**
 * Access to names is given by the provider that answers for them. The administrator appoints administrators,
 * the city office, and the first manager of a provider; policies of the table say the same.
 */
export const mayAppoint = (actor: Actor, { role, providerId }: Appointment, { hasManager }: Known) =>
  actor.kind === 'system' ||
  (providerId !== null && answersFor(actor, providerId)) ||
  (hasRole(actor, 'administrator') && (providerId === null || (role === 'provider-manager' && !hasManager)))

/** Whoever may appoint may end it, but nobody her own role: there is always one left. */
export const mayEnd = (
  actor: Actor,
  { accountId, providerId }: { accountId: string; providerId: string | null },
) =>
  actor.kind === 'staff' &&
  actor.accountId !== accountId &&
  (providerId === null ? hasRole(actor, 'administrator') : answersFor(actor, providerId))

/** Opens the families of a centre to somebody for a while. */
export const mayGrantSupport = (actor: Actor, providerId: string) => answersFor(actor, providerId)
