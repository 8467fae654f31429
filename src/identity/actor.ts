import type { Scope } from '../platform/database/transaction.ts'

export const roles = [
  'administrator',
  'city-office',
  'provider-manager',
  'centre-lead',
  'course-leader',
] as const
export type Role = (typeof roles)[number]

/** A role somebody holds in this city, with the provider and centre it is bound to. */
export type Membership =
  | { role: 'administrator' | 'city-office'; providerId: null; centreId: null }
  | { role: 'provider-manager'; providerId: string; centreId: null }
  | { role: 'centre-lead' | 'course-leader'; providerId: string; centreId: string }

/** A centre and the provider that answers for its data. */
export type CentreRef = { providerId: string; centreId: string }

/**
 * Where a link or a code is opened: until it is known whose it is, no centre's data may be touched, so this desk belongs
 * to none.
 */
export const nobodysDesk: CentreRef = {
  providerId: '00000000-0000-0000-0000-000000000000',
  centreId: '00000000-0000-0000-0000-000000000000',
}

export type StaffMember = {
  kind: 'staff'
  accountId: string
  name: string
  memberships: readonly Membership[]
  /** Offers she leads as a course leader. */
  ledOffers: readonly string[]
  /** Centres whose families a provider lets her see for a while (support access). */
  supportedCentres: readonly string[]
  /** Signed in by password alone: she holds no role until a second factor is set up. */
  lacksSecondFactor?: true
  /** When she last proved that it is she, by password or passkey; unknown counts as long ago. */
  provedAt?: Temporal.Instant
}

/**
 * Who acts: a visitor reads what is published; the desk serves a family at one centre; a member of staff is
 * signed in; the system runs a job or an import.
 */
export type Actor = { kind: 'visitor' } | ({ kind: 'desk' } & CentreRef) | StaffMember | { kind: 'system' }

/** Holds one of the roles in this city, wherever it is bound to. */
export const hasRole = (actor: Actor, ...wanted: Role[]) =>
  actor.kind === 'staff' && actor.memberships.some(({ role }) => wanted.includes(role))

/** Plans and counts there: the lead of the centre. */
export const leadsCentre = (actor: Actor, centreId: string) =>
  centresLedBy(actor).some(centre => centre.centreId === centreId)

/** May see families of the centre by name: its lead, and whom its provider gave support access. */
export const seesFamiliesOf = (actor: Actor, centreId: string) =>
  (actor.kind === 'desk' && actor.centreId === centreId) ||
  leadsCentre(actor, centreId) ||
  centresSupportedBy(actor).includes(centreId)

/** Sees families of a centre because its provider opened them to her for a while. */
export const hasSupportAccess = (actor: Actor) => actor.kind === 'staff' && actor.supportedCentres.length > 0

/** Leads the groups of the offer as a course leader, and sees and counts those alone. */
export const leadsOffer = (actor: Actor, offerId: string) =>
  actor.kind === 'staff' && actor.ledOffers.includes(offerId)

/** Manages the provider: its people, its figures and who gets support access. */
export const answersFor = (actor: Actor, providerId: string) =>
  actor.kind === 'staff' &&
  actor.memberships.some(member => member.role === 'provider-manager' && member.providerId === providerId)

/** The provider in whose audit log it stands what somebody did with her own account; null for the city's people. */
export const providerOf = (actor: Actor) =>
  actor.kind === 'staff'
    ? (actor.memberships.find(({ providerId }) => providerId !== null)?.providerId ?? null)
    : null

/** What the database is told about the one who acts; the policies of every table read it. */
export const scopeOf = (cityId: string, actor: Actor): Scope => {
  switch (actor.kind) {
    case 'visitor':
      return { kind: 'visitor', city: cityId }
    case 'system':
      return { kind: 'system', city: cityId }
    case 'desk':
      return {
        kind: 'desk',
        city: cityId,
        providers: [],
        centres: [actor.centreId],
        householdCentres: [actor.centreId],
      }
    case 'staff':
      return {
        kind: 'staff',
        city: cityId,
        account: actor.accountId,
        roles: [...new Set(actor.memberships.map(({ role }) => role))],
        providers: actor.memberships.flatMap(member =>
          member.role === 'provider-manager' ? [member.providerId] : [],
        ),
        centres: idsLedBy(actor),
        offers: actor.ledOffers,
        householdCentres: [...new Set([...idsLedBy(actor), ...centresSupportedBy(actor)])],
      }
  }
}

/** The centres whose team somebody leads, in the order of her roles. */
export const centresLedBy = (actor: Actor): CentreRef[] =>
  actor.kind === 'staff'
    ? actor.memberships.flatMap(({ role, centreId, providerId }) =>
        role === 'centre-lead' ? [{ centreId, providerId }] : [],
      )
    : []

const idsLedBy = (actor: Actor) => centresLedBy(actor).map(({ centreId }) => centreId)

/** Whoever works for the city sees no family, whatever a provider may have granted. */
const centresSupportedBy = (actor: Actor): readonly string[] =>
  actor.kind === 'staff' && !hasRole(actor, 'administrator', 'city-office') ? actor.supportedCentres : []
