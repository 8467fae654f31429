import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { partiesToOffer } from './places.ts'
import { type Intake, offeredUntil, whyNotNow } from './registration.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'
import { tell } from './tell.ts'

/**
 * Offers what is free to the families that are next in line and fit, for a limited time. Once registration has ended
 * nobody is offered anything, and where the lead gives places away herself nobody is until she does. The intake must be
 * locked by the caller.
 */
export const offerFreePlaces = async (tx: Tx, context: Context, intake: Intake) => {
  if (whyNotNow(intake, context.now) || intake.giving !== 'by-rule') return
  const { limits, waiting } = await intakes.readPlaces(tx, context.city.id, intake.id)
  for (const { id } of partiesToOffer(waiting, limits, intake)) {
    await offerTo(tx, context, intake, id)
  }
}

/** Holds the places of one waiting party and tells the family until when. */
export const offerTo = async (
  tx: Tx,
  context: Context,
  intake: Intake,
  registrationId: string,
  chosenBecause?: string,
) => {
  const until = offeredUntil(intake, context.now)
  await store.updateRegistration(tx, context.city.id, registrationId, {
    state: 'offered',
    offeredUntil: until,
    ...(chosenBecause && { chosenBecause }),
  })
  const registration = await store.findRegistration(tx, context.city.id, registrationId)
  if (registration) await tell(tx, context, 'place-offered', registration, intake)
}
