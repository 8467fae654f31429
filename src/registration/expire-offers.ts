import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { offerFreePlaces } from './offer-free-places.ts'
import { endedAs, type Intake, type Registration } from './registration.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'
import { tell } from './tell.ts'

/** Ends the offers whose time is up and offers the places to the next. Runs every minute, per city. */
export const expireOffers = async (context: Context) => {
  const lapsed = await inTransaction(context, tx =>
    store.intakesWithLapsedOffers(tx, context.city.id, context.now),
  )
  for (const { intakeId } of lapsed) await expireOffersOf(context, intakeId)
}

const expireOffersOf = (context: Context, intakeId: string) =>
  inTransaction(context, async tx => {
    const intake = await intakes.lockIntake(tx, context.city.id, intakeId)
    if (!intake) return
    // Read after the lock: a family may have answered in the meantime.
    const registrations = await store.listLapsedOffers(tx, context.city.id, intakeId, context.now)
    for (const registration of registrations) await end(tx, context, intake, registration)
    await offerFreePlaces(tx, context, intake)
  })

/** Ends one lapsed offer and passes the places on. The intake must be locked by the caller. */
export const lapse = async (tx: Tx, context: Context, intake: Intake, registration: Registration) => {
  await end(tx, context, intake, registration)
  await offerFreePlaces(tx, context, intake)
}

const end = async (tx: Tx, context: Context, intake: Intake, registration: Registration) => {
  const change = endedAs('expired', context.now)
  await store.updateRegistration(tx, context.city.id, registration.id, change)
  await tell(tx, context, 'offer-expired', { ...registration, ...change }, intake)
}
