import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../../platform/refusals.ts'
import { mayManagePlaces } from '../permissions.ts'
import { findRemindingOffer, type ReminderHours, writeReminderHours } from '../store/reminders.ts'

/** An offer for which families register, with how early they are reminded. */
export const readReminder = (context: Context, slug: string) =>
  inTransaction(context, async tx => {
    const offer = orNotFound(await findRemindingOffer(tx, context, slug))
    requireThat(mayManagePlaces(context.actor, offer))
    return offer
  })

/** From the next turn of the job on. */
export const setReminder = (context: Context, slug: string, hours: ReminderHours) =>
  inTransaction(context, async tx => {
    const offer = orNotFound(await findRemindingOffer(tx, context, slug))
    requireThat(mayManagePlaces(context.actor, offer))
    await writeReminderHours(tx, context.city.id, offer.id, hours)
    await record(tx, context, {
      ...{ action: 'offer.reminder-set', providerId: offer.providerId, subjectId: offer.id },
      fields: ['reminderHours'],
    })
  })
