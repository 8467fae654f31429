import * as v from 'valibot'
import { chosen } from '../../platform/web/form-fields.ts'
import { type ReminderHours, reminderHours } from '../store/reminders.ts'

export const reminderForm = v.object({
  hours: v.pipe(
    chosen(reminderHours.map(String)),
    v.transform(hours => Number(hours) as ReminderHours),
  ),
})
