import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { PlannedIntake, PlannedLimit } from '../plan-sessions.ts'
import { arrayLiteral } from './array-literal.ts'

/** `sessionId` is null for a whole course. */
export type NewIntake = PlannedIntake & {
  id: string
  offerId: string
  sessionId: string | null
  limits: readonly PlannedLimit[]
}
export type StoredIntake = PlannedIntake & {
  id: string
  offerId: string
  sessionId: string | null
  hasRegistrations: boolean
}

/** What families can still join: intakes of sessions that have not begun, and every course. */
export const findIntakes = async (tx: Tx, cityId: string, offerIds: string[], now: Temporal.Instant) => {
  const { rows } = await sql<StoredIntake>`
    select i.id, i.offer_id, i.session_id, i.starts_at, i.age_on, i.last_on, i.opens_at, i.closes_at,
      exists (select from registrations r where r.city_id = i.city_id and r.intake_id = i.id) as has_registrations
    from intakes i
    where i.city_id = ${cityId} and i.offer_id = any (${offerIds}::uuid[])
      and (i.session_id is null or i.starts_at > ${now})`.execute(tx)
  return rows
}

export const insertIntakes = async (tx: Tx, cityId: string, intakes: readonly NewIntake[]) => {
  if (intakes.length === 0) return
  const column = (key: 'id' | 'offerId' | 'sessionId' | 'ageOn' | 'lastOn') =>
    arrayLiteral(intakes.map(intake => intake[key]))
  const moments = (key: 'startsAt' | 'opensAt' | 'closesAt') =>
    arrayLiteral(intakes.map(intake => intake[key]?.epochMilliseconds))
  await sql`
    insert into intakes (city_id, id, provider_id, centre_id, offer_id, session_id, starts_at, age_on, last_on,
      opens_at, closes_at)
    select o.city_id, new.id, o.provider_id, o.centre_id, o.id, new.session_id, to_timestamp(new.starts_at / 1000),
      new.age_on, new.last_on, to_timestamp(new.opens_at / 1000), to_timestamp(new.closes_at / 1000)
    from unnest(${column('id')}::uuid[], ${column('offerId')}::uuid[], ${column('sessionId')}::uuid[],
      ${moments('startsAt')}::float8[], ${column('ageOn')}::date[], ${column('lastOn')}::date[],
      ${moments('opensAt')}::float8[], ${moments('closesAt')}::float8[])
      as new (id, offer_id, session_id, starts_at, age_on, last_on, opens_at, closes_at)
    join offers o on o.city_id = ${cityId} and o.id = new.offer_id`.execute(tx)
}

/**
 * Gives intakes their limits. A limit that fell below the places already taken stays at those,
 * because nobody loses a place that was confirmed.
 */
export const writeLimits = async (
  tx: Tx,
  cityId: string,
  intakes: readonly Pick<NewIntake, 'id' | 'limits'>[],
) => {
  const limits = intakes.flatMap(({ id, limits }) => limits.map(limit => ({ ...limit, id })))
  if (limits.length === 0) return
  await sql`
    insert into intake_limits (city_id, intake_id, unit, places)
    select ${cityId}, new.intake_id, new.unit, new.places
    from unnest(${arrayLiteral(limits.map(limit => limit.id))}::uuid[], ${arrayLiteral(limits.map(limit => limit.unit))}::text[],
      ${arrayLiteral(limits.map(limit => limit.places))}::integer[]) as new (intake_id, unit, places)
    on conflict (city_id, intake_id, unit) do update
      set places = greatest(excluded.places, intake_limits.taken)
      where intake_limits.places <> greatest(excluded.places, intake_limits.taken)`.execute(tx)
}

/** Takes away limits that no longer apply, such as the babies' one; not where families have registered by them. */
export const dropOtherLimits = async (
  tx: Tx,
  cityId: string,
  intakeIds: string[],
  units: readonly string[],
) => {
  if (intakeIds.length === 0) return
  await sql`
    delete from intake_limits
    where city_id = ${cityId} and intake_id = any (${intakeIds}::uuid[]) and unit <> all (${units}::text[])`.execute(
    tx,
  )
}

export const updateIntake = (tx: Tx, cityId: string, id: string, intake: PlannedIntake) =>
  tx
    .updateTable('intakes')
    .set({
      ...{ startsAt: intake.startsAt, ageOn: intake.ageOn, lastOn: intake.lastOn },
      ...{ opensAt: intake.opensAt, closesAt: intake.closesAt },
    })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

export const deleteIntakes = async (tx: Tx, cityId: string, ids: string[]) => {
  if (ids.length === 0) return
  await tx
    .deleteFrom('intakes')
    .where('cityId', '=', cityId)
    .where('id', '=', eb => eb.fn.any(eb.val(ids)))
    .execute()
}
