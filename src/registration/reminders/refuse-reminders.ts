import type { Context } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayChange } from '../permissions.ts'
import { findRegistration } from '../store/registrations.ts'
import { readRefusal, writeRefusal } from '../store/reminders.ts'

/** Whether the family of a registration refused reminders. */
export const refusesReminders = (context: Context, registrationId: string) =>
  inTransaction(context, async tx => {
    const { household } = await ownRegistration(tx, context, registrationId)
    return readRefusal(tx, context.city.id, household.id)
  })

/** From now on the family is not reminded any more, or again. What it is told besides is not to be refused. */
export const refuseReminders = (context: Context, registrationId: string, refuses: boolean) =>
  inTransaction(context, async tx => {
    const { household } = await ownRegistration(tx, context, registrationId)
    await writeRefusal(tx, context.city.id, household.id, refuses)
  })

const ownRegistration = async (
  tx: Parameters<typeof findRegistration>[0],
  { city, actor }: Context,
  registrationId: string,
) => {
  const registration = orNotFound(await findRegistration(tx, city.id, registrationId))
  requireThat(mayChange(actor, registration))
  return registration
}
