import type { Context } from '../../identity/index.ts'
import { record } from '../../platform/audit.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { managedOffer } from '../managed-offer.ts'
import { type ReminderHours, writeReminderHours } from '../store/reminders.ts'

/** An offer for which families register, with how early they are reminded. */
export const readReminder = (context: Context, slug: string) =>
  inTransaction(context, tx => managedOffer(tx, context, slug))

/** From the next turn of the job on. */
export const setReminder = (context: Context, slug: string, hours: ReminderHours) =>
  inTransaction(context, async tx => {
    const offer = await managedOffer(tx, context, slug)
    await writeReminderHours(tx, context.city.id, offer.id, hours)
    await record(tx, context, {
      ...{ action: 'offer.reminder-set', providerId: offer.providerId, subjectId: offer.id },
      fields: ['reminderHours'],
    })
  })
