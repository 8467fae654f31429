import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '../../platform/database/connect.ts'
import type { PartySize } from '../party.ts'
import type { Registration } from '../registration.ts'
import { columnsOf } from './households.ts'

type Entering = {
  /** What the database keeps of the secret of the form. */
  onceKey: string
  size: PartySize
  enteredBy: 'family' | 'staff'
  /** The day after which nothing of it is needed. */
  deleteOn: Temporal.PlainDate
  /** Of the link and the code that open it. */
  hashes: readonly Buffer[]
}

/**
 * Writes a registration with its household, children and links, in as few statements as it takes: everybody behind
 * it waits for the lock. Which children are meant comes second, because its policy asks for the registration.
 */
export const enterRegistration = async (
  tx: Tx,
  cityId: string,
  { id, household, party, providerId, centreId, ...registration }: Registration,
  { onceKey, size, enteredBy, deleteOn, hashes }: Entering,
) => {
  const whose = { cityId, providerId, centreId }
  const householdId = household.id
  const children = party.children.map(child => ({ ...child, id: randomUUIDv7() }))
  const { called, language, contact } = household
  const { offerId, intakeId, state, joinedAt, offeredUntil, repeatsId } = registration
  const entering = tx
    .with('household', query =>
      query
        .insertInto('households')
        .values({ ...whose, id: householdId, called, language, deleteOn, ...columnsOf(contact) }),
    )
    .with('links', query =>
      query
        .insertInto('registrationLinks')
        .values(hashes.map(hash => ({ ...whose, registrationId: id, hash }))),
    )
  const withChildren = entering.with('children', query =>
    query
      .insertInto('householdChildren')
      .values(children.map(child => ({ ...whose, ...child, householdId }))),
  )
  const registering = (children.length > 0 ? withChildren : entering).insertInto('registrations').values({
    ...{ ...whose, id, householdId, offerId, intakeId, state, joinedAt, offeredUntil },
    ...{ enteredBy, repeatsId, renderingKey: onceKey, ...size },
  })
  const naming = tx
    .insertInto('registrationChildren')
    .values(children.map(child => ({ cityId, registrationId: id, householdId, childId: child.id })))
  await Promise.all([registering.execute(), ...(children.length > 0 ? [naming.execute()] : [])])
}
