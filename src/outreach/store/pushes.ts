import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { PushTarget } from '../../platform/push/push-sender.ts'

/** For which of these messages there is a phone that wants to hear of it; locked households hear of nothing. */
export const wantPush = async (tx: Tx, cityId: string, registrationIds: readonly string[]) => {
  const { rows } = await sql<{ id: string }>`
    select r.id from registrations r
    join households h on h.city_id = r.city_id and h.id = r.household_id and h.locked_at is null
    where r.city_id = ${cityId} and r.id = any (${[...registrationIds]}::uuid[])
      and exists (select from push_subscriptions s where s.city_id = h.city_id and s.household_id = h.id)`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}

/** The phones of a family. */
export const targetsOf = async (tx: Tx, cityId: string, registrationId: string) => {
  const { rows } = await sql<PushTarget>`
    select s.endpoint, s.p256dh, s.auth from registrations r
    join households h on h.city_id = r.city_id and h.id = r.household_id and h.locked_at is null
    join push_subscriptions s on s.city_id = h.city_id and s.household_id = h.id
    where r.city_id = ${cityId} and r.id = ${registrationId}
    order by s.endpoint`.execute(tx)
  return rows
}

/** The phone said no, or is gone: for everything that it heard of. */
export const forgetTarget = (tx: Tx, cityId: string, endpoint: string) =>
  tx.deleteFrom('pushSubscriptions').where('cityId', '=', cityId).where('endpoint', '=', endpoint).execute()
