import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'

/** How early families are reminded, in hours before the beginning; 0 is never. */
export const reminderHours = [0, 24, 48, 168] as const
export type ReminderHours = (typeof reminderHours)[number]

/**
 * Some of the registrations that are to be reminded now, noted as reminded in the same statement, so that nobody is
 * reminded twice of the same beginning. Who registered when the others were reminded already is reminded the day before.
 * An hour before it begins it is too late.
 */
export const takeDue = async (tx: Tx, cityId: string, now: Temporal.Instant, limit: number) => {
  const { rows } = await sql<{ registrationId: string }>`
    insert into reminders (city_id, registration_id, provider_id, centre_id, starts_at)
    select r.city_id, r.id, r.provider_id, r.centre_id, i.starts_at
    from intakes i
    join offers o on o.city_id = i.city_id and o.id = i.offer_id
    join registrations r on r.city_id = i.city_id and r.intake_id = i.id
    join households h on h.city_id = r.city_id and h.id = r.household_id
    cross join lateral (select case when r.joined_at <= i.starts_at - o.reminder_hours * interval '1 hour'
      then o.reminder_hours else least(o.reminder_hours, 24) end * interval '1 hour' as by) early
    where i.city_id = ${cityId} and o.state = 'published' and o.reminder_hours > 0
      and i.starts_at > ${now}::timestamptz + interval '1 hour'
      and i.starts_at <= ${now}::timestamptz + early.by
      and not exists (select from sessions s where s.city_id = i.city_id and s.offer_id = i.offer_id
        and s.starts_at = i.starts_at and s.state = 'cancelled')
      and r.state = 'confirmed' and r.joined_at <= i.starts_at - early.by
      and h.contact_kind <> 'none' and not h.refuses_reminders
      and not exists (select from reminders d where d.city_id = r.city_id and d.registration_id = r.id
        and d.starts_at = i.starts_at)
    order by i.starts_at, r.id
    limit ${limit}
    on conflict do nothing
    returning registration_id`.execute(tx)
  return rows
}

/** Whether the household of a registration wants reminders, for the family itself. */
export const readRefusal = async (tx: Tx, cityId: string, householdId: string) => {
  const row = await tx
    .selectFrom('households')
    .select('refusesReminders')
    .where('cityId', '=', cityId)
    .where('id', '=', householdId)
    .executeTakeFirst()
  return row?.refusesReminders ?? false
}

export const writeRefusal = (tx: Tx, cityId: string, householdId: string, refusesReminders: boolean) =>
  tx
    .updateTable('households')
    .set({ refusesReminders })
    .where('cityId', '=', cityId)
    .where('id', '=', householdId)
    .execute()

export const writeReminderHours = (tx: Tx, cityId: string, offerId: string, hours: ReminderHours) =>
  tx
    .updateTable('offers')
    .set({ reminderHours: hours })
    .where('cityId', '=', cityId)
    .where('id', '=', offerId)
    .execute()
