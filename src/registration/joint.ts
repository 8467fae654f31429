import type { Context } from '../identity/index.ts'
import { bringThings, findJointActivity, findJointDate, listThingsAt } from '../joint-activities/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { atRegistration } from './at-registration.ts'
import type { Intake } from './registration.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'
import { tell } from './tell.ts'

export type BringOutcome = { outcome: 'brings' | 'not-all' | 'over' }

/** Makes a family with a place bring exactly these things, as far as they are still needed. */
export const bring = (context: Context, registrationId: string, wanted: readonly string[]) =>
  atRegistration(context, registrationId, async (tx, registration, intake): Promise<BringOutcome> => {
    const hasBegun = Temporal.Instant.compare(intake.startsAt, context.now) <= 0
    if (registration.state !== 'confirmed' || hasBegun) return { outcome: 'over' }
    const { isAll } = await bringThings(tx, context.city.id, registration, wanted)
    return { outcome: isAll ? 'brings' : 'not-all' }
  })

/** What is needed at a date that families prepare together, and what of it a registration brings. */
export const thingsFor = (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  at: { intakeId: string; registrationId?: string | undefined },
) => listThingsAt(tx, city.id, at, language)

/** Where families meet, how many it takes and what is needed; nothing for what they do not do together. */
export const jointAt = async (
  tx: Tx,
  context: Pick<Context, 'city' | 'language'>,
  { id, offerId, sessionId }: Pick<Intake, 'id' | 'offerId' | 'sessionId'>,
  registrationId?: string,
) => {
  const reading = { ...context, db: tx }
  const joint = await findJointActivity(reading, offerId)
  if (!joint) return { together: undefined, things: [] }
  const date = sessionId ? await findJointDate(reading, sessionId) : undefined
  return { together: { joint, date }, things: await thingsFor(tx, context, { intakeId: id, registrationId }) }
}

/** How many families have a place; whoever registers waits until the transaction ends. */
export const lockAndCountFamilies = async (tx: Tx, cityId: string, intakeId: string) => {
  await intakes.lockIntake(tx, cityId, intakeId)
  return store.countConfirmed(tx, cityId, intakeId)
}

/** Tells families with a place and an e-mail that it takes place; nobody is called for good news. */
export const tellThatItTakesPlace = async (tx: Tx, context: Context, intakeId: string) => {
  const intake = await intakes.findIntake(tx, context.city.id, intakeId)
  if (!intake) return
  for (const registration of await store.listRegistrations(tx, context.city.id, intakeId))
    if (registration.state === 'confirmed' && registration.household.contact.kind === 'email')
      await tell(tx, context, 'session-takes-place', registration, intake)
}
