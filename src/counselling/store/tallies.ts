import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { QuestionTopic } from '../../questions/index.ts'
import type { SpokenHere } from '../consultation.ts'

export type TallyLine = {
  month: Temporal.PlainDate
  topic: QuestionTopic
  language: SpokenHere
  came: number
  missed: number
  unmarked: number
}

/** The sums of the own centres from a month on, with the consultations that are over and not yet forgotten. */
export const listTallies = async (
  tx: Tx,
  cityId: string,
  from: Temporal.PlainDate,
  now: Temporal.Instant,
) => {
  const { rows } = await sql<TallyLine>`
    select month, topic, language,
      coalesce(sum(amount) filter (where outcome = 'came'), 0)::int as came,
      coalesce(sum(amount) filter (where outcome = 'missed'), 0)::int as missed,
      coalesce(sum(amount) filter (where outcome = 'unmarked'), 0)::int as unmarked
    from (
      select month, topic, language, outcome, amount from consultation_tallies where city_id = ${cityId}
      union all
      select date_trunc('month', h.held_on)::date, h.topic, b.language, ${outcome}, 1
      from consultation_bookings b join consultation_slots s on s.city_id = b.city_id and s.id = b.slot_id
      join consultation_hours h on h.city_id = s.city_id and h.id = s.hour_id
      where b.city_id = ${cityId} and s.withdrawn_at is null and s.ends_at <= ${now.toString()}::timestamptz
    ) counted
    where month >= ${from.toString()}::date
    group by month, topic, language order by month desc, topic, language`.execute(tx)
  return rows
}

/**
 * Deletes bookings whose day has come, and says whose they were. What stays of each is one in the sum of its month;
 * one that the centre itself took back was no consultation and counts for none.
 */
export const deleteBookings = async (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) => {
  const { rows } = await sql<{ providerId: string }>`
    with gone as (
      delete from consultation_bookings b using consultation_slots s
        join consultation_hours h on h.city_id = s.city_id and h.id = s.hour_id
      where b.city_id = ${cityId} and s.city_id = b.city_id and s.id = b.slot_id and b.id in (
        select id from consultation_bookings where city_id = ${cityId} and delete_on <= ${today.toString()}::date
        limit ${limit})
      returning b.*, h.topic, h.held_on, s.withdrawn_at
    ), counted as (
      insert into consultation_tallies (city_id, provider_id, centre_id, month, topic, language, outcome, amount)
      select b.city_id, b.provider_id, b.centre_id, date_trunc('month', b.held_on)::date, b.topic, b.language,
        ${outcome}, count(*)
      from gone b where b.withdrawn_at is null group by 1, 2, 3, 4, 5, 6, 7
      on conflict (city_id, centre_id, month, topic, language, outcome)
        do update set amount = consultation_tallies.amount + excluded.amount
    )
    select provider_id from gone`.execute(tx)
  return rows
}

const outcome = sql`case b.came when true then 'came' when false then 'missed' else 'unmarked' end`
