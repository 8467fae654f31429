import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/connect.ts'
import type { Limit, Unit, WaitingParty } from '../places.ts'
import type { Intake } from '../registration.ts'

/**
 * Locks what one registers for, until the transaction ends: whoever changes places of it stands in line here.
 * NO KEY, because the registrations that refer to it would deadlock with a full lock.
 */
export const lockIntake = async (tx: Tx, cityId: string, intakeId: string): Promise<Intake | undefined> => {
  const { rows } = await sql<Intake>`${intakeOf(cityId, intakeId)} for no key update of i`.execute(tx)
  return rows[0]
}

/** The same of everything of an offer for which families wait; in one order, so that two at a time cannot deadlock. */
export const lockAwaited = async (tx: Tx, cityId: string, offerId: string): Promise<Intake[]> => {
  const { rows } = await sql<Intake>`${intakesWhere(
    cityId,
    sql`i.offer_id = ${offerId}
    and exists (select from registrations r where r.city_id = i.city_id and r.intake_id = i.id
      and r.state = 'waiting')`,
  )} order by i.id for no key update of i`.execute(tx)
  return rows
}

/** Everything of an offer whose last day is not before this one, and that takes place. */
export const listIntakesSince = async (
  tx: Tx,
  cityId: string,
  offerId: string,
  since: Temporal.PlainDate,
) => {
  const { rows } = await sql<Intake>`${intakesWhere(
    cityId,
    sql`i.offer_id = ${offerId} and i.last_on >= ${since.toString()}::date and not i.is_stopped`,
  )} order by i.starts_at, i.id`.execute(tx)
  return rows
}

/** The same without a lock, for showing a form. Works for whoever may see the published offer. */
export const findIntake = async (tx: Tx, cityId: string, intakeId: string): Promise<Intake | undefined> => {
  const { rows } = await intakeOf(cityId, intakeId).execute(tx)
  return rows[0]
}

/** The same whether or not the offer is still shown: who is on its list can be looked up, and locked. */
export const findKeptIntake = async (
  tx: Tx,
  cityId: string,
  intakeId: string,
): Promise<Intake | undefined> => {
  const { rows } = await anyIntakesWhere(cityId, sql`i.id = ${intakeId}`).execute(tx)
  return rows[0]
}

const intakeOf = (cityId: string, intakeId: string) => intakesWhere(cityId, sql`i.id = ${intakeId}`)

const intakesWhere = (cityId: string, condition: RawBuilder<unknown>) =>
  anyIntakesWhere(cityId, sql`${condition} and o.state = 'published'`)

const anyIntakesWhere = (cityId: string, condition: RawBuilder<unknown>) => sql<Intake>`
  select i.id, i.provider_id, i.centre_id, i.offer_id, i.session_id, i.starts_at, i.age_on, i.last_on, i.opens_at,
    i.closes_at, i.is_stopped, o.slug as offer_slug, o.age_from, o.age_until, o.counts, o.waiting_rule, o.priority, o.giving,
    o.referral_word, o.offer_hours, o.is_closed_group, o.is_without_parents, o.invite_hash, o.price_cents, o.price_per,
    (select p.cents from reduced_prices p where p.city_id = o.city_id and p.offer_id = o.id
      and p.cents < o.price_cents) as reduced_cents,
    case when i.session_id is null then o.place
      when exists (select from published.dates_without_room w
        where w.city_id = s.city_id and w.session_id = s.id) then ''
      else coalesce(s.own_place, o.place) end as place, s.held_on, s.starts, s.ends,
    case when i.session_id is not null and s.state = 'cancelled'
      then json_build_object('reason', s.cancel_reason, 'note', s.cancel_note) end as called_off,
    case when i.session_id is not null and s.own_place is not null
      then exists (select from published.dates_elsewhere e
        where e.city_id = s.city_id and e.session_id = s.id)
      else exists (select from published.offers_elsewhere e
        where e.city_id = o.city_id and e.offer_id = o.id) end as is_elsewhere
  from intakes i join offers o on o.city_id = i.city_id and o.id = i.offer_id
  left join sessions s on s.city_id = i.city_id and s.offer_id = i.offer_id and s.starts_at = i.starts_at
  where i.city_id = ${cityId} and ${condition}`

/** The limits and who waits for them, in the order of joining; read after the lock, so that nobody else moves them. */
export const readPlaces = async (tx: Tx, cityId: string, intakeId: string) => {
  const { rows } = await sql<{ limits: Limit[]; waiting: WaitingParty[] }>`
    select
      ${limitsOf(sql`${cityId}`, sql`${intakeId}`)} as limits,
      (select coalesce(json_agg(json_build_object('id', id, 'adults', adults, 'children', children, 'babies', babies,
          'comesAs', comes_as) order by joined_at, id), '[]')
        from registrations where city_id = ${cityId} and intake_id = ${intakeId} and state = 'waiting') as waiting
  `.execute(tx)
  return rows[0] ?? { limits: [], waiting: [] }
}

/** The limits of an intake as JSON; in the order of units, so that equal ones are equal. */
export const limitsOf = (cityId: RawBuilder<unknown>, intakeId: RawBuilder<unknown>) => sql`
  (select coalesce(json_agg(json_build_object('unit', l.unit, 'places', l.places, 'taken', l.taken) order by l.unit), '[]')
    from intake_limits l where l.city_id = ${cityId} and l.intake_id = ${intakeId})`

export const setPlaces = (tx: Tx, cityId: string, intakeId: string, unit: Unit, places: number) =>
  tx
    .updateTable('intakeLimits')
    .set({ places })
    .where('cityId', '=', cityId)
    .where('intakeId', '=', intakeId)
    .where('unit', '=', unit)
    .execute()

/** The centre that has a published intake, for a visitor. */
export const findCentre = (db: Database, cityId: string, intakeId: string) =>
  db
    .selectFrom('published.intakes')
    .select(['providerId', 'centreId'])
    .where('cityId', '=', cityId)
    .where('id', '=', intakeId)
    .executeTakeFirst()

/** Closes registration while the session does not take place. */
export const setStopped = (tx: Tx, cityId: string, intakeId: string, isStopped: boolean) =>
  tx
    .updateTable('intakes')
    .set({ isStopped })
    .where('cityId', '=', cityId)
    .where('id', '=', intakeId)
    .execute()
