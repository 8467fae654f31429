import type { Context } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { requireThat } from '../../platform/refusals.ts'
import * as intakes from '../store/intakes.ts'
import * as registrations from '../store/registrations.ts'
import { takeDue } from '../store/reminders.ts'
import { tell } from '../tell.ts'

const batchSize = 100

/**
 * Reminds the families that have a place of what begins soon, as early as the offer says: of a date, of a course before
 * its first date. Who waits or has not answered yet is not reminded (WL22), nor who refused it, nor who registered on the
 * last day, because the confirmation is still fresh.
 */
export const remind = async (context: Context) => {
  requireThat(context.actor.kind === 'system')
  for (let reminded = batchSize; reminded === batchSize; ) reminded = await remindSome(context)
}

const remindSome = (context: Context) =>
  inTransaction(context, async tx => {
    const { city, now } = context
    const due = await takeDue(tx, city.id, now, batchSize)
    for (const { registrationId } of due) {
      const registration = await registrations.findRegistration(tx, city.id, registrationId)
      const intake = registration && (await intakes.findIntake(tx, city.id, registration.intakeId))
      // One that was erased at this moment stops none of the others.
      if (intake) await tell(tx, context, 'reminder', registration, intake)
    }
    return due.length
  })
