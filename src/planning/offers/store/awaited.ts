import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'

/** Rows of `registrations r` of `intakes i` that hold or wait for something of the offer that is to come. */
export const awaitsComing = (now: Temporal.Instant) => sql<boolean>`
  r.state in ('confirmed', 'offered', 'waiting')
    and (i.starts_at > ${now} or (i.session_id is null and exists (select from sessions s
      where s.city_id = i.city_id and s.offer_id = i.offer_id and s.starts_at > ${now} and s.state = 'planned')))`

/** How many registrations of an offer still hold or wait for something that is to come. */
export const countAwaiting = async (tx: Tx, cityId: string, offerId: string, now: Temporal.Instant) => {
  const { rows } = await sql<{ awaiting: number }>`
    select count(*)::integer as awaiting
    from intakes i join registrations r on r.city_id = i.city_id and r.intake_id = i.id
    where i.city_id = ${cityId} and i.offer_id = ${offerId} and ${awaitsComing(now)}
  `.execute(tx)
  return rows[0]?.awaiting ?? 0
}

/** Keeps families from registering for the offer while its dates are changed. */
export const lockIntakesOf = async (tx: Tx, cityId: string, offerId: string) => {
  // In one order, so that two changes at a time cannot deadlock.
  await sql`select from intakes where city_id = ${cityId} and offer_id = ${offerId} order by id for no key update`.execute(
    tx,
  )
}
