import { randomUUID } from 'node:crypto'
import { type Actor, actingAs, type Context, type StaffMember } from '../../src/identity/index.ts'
import type { Contact } from '../../src/outreach/index.ts'
import { type Registering, type RegisterOutcome, register } from '../../src/registration/index.ts'
import type { Town, TownSession } from './town.ts'

type Given = {
  children?: number
  firstNames?: string[]
  bornIn?: string
  adults?: number
  contact?: Contact
  renderingKey?: string
  /** Ids of the things it wants to bring. */
  brings?: string[]
}

/** A family as the form would send it: one adult, one child of two, an address of its own. */
export const aFamily = (
  called: string,
  { children = 1, firstNames, bornIn = '2024-10-01', ...given }: Given = {},
) => ({
  called,
  contact: given.contact ?? { kind: 'email' as const, email: `${randomUUID().slice(0, 8)}@example.org` },
  renderingKey: given.renderingKey ?? randomUUID(),
  brings: given.brings ?? [],
  party: {
    adults: given.adults ?? 1,
    children: (firstNames ?? Array.from({ length: children }, (_, index) => `${called} ${index + 1}`)).map(
      firstName => ({ firstName, bornIn: Temporal.PlainDate.from(bornIn) }),
    ),
  },
})

type Centre = { id: string; providerId: string }

export const deskOf = ({ id, providerId }: Centre): Actor => ({ kind: 'desk', centreId: id, providerId })

export const leadOf = ({ id, providerId }: Centre): StaffMember => ({
  ...{ kind: 'staff', accountId: 'lead', name: 'Leitung' },
  memberships: [{ role: 'centre-lead', centreId: id, providerId }],
  ...{ ledOffers: [], supportedCentres: [] },
})

/** The desk of the town's KiEZ Westend. */
export const atTheDesk = (town: Town, now?: Temporal.Instant): Context =>
  town.contextOf(deskOf(town.westend), now)

/** Registers a family at the desk; fails the test if there is no registration. */
export const joins = async (
  town: Town,
  session: TownSession,
  family: Omit<Registering, 'intakeId'>,
  now?: Temporal.Instant,
) => {
  const outcome = await asksToJoin(town, session, family, now)
  if (!('registrationId' in outcome))
    throw new Error(`${family.called} could not register: ${outcome.outcome}`)
  return outcome
}

export const asksToJoin = (
  town: Town,
  session: TownSession,
  family: Omit<Registering, 'intakeId'>,
  now?: Temporal.Instant,
): Promise<RegisterOutcome> =>
  register(actingAs(atTheDesk(town, now), deskOf(town.westend)), {
    ...family,
    intakeId: session.intakeId ?? '',
  })
