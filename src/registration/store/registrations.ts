import { sql } from 'kysely'
import type { Contact, ReachableHours } from '../../outreach/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import type { BeforeJoining, Family } from '../joining.ts'
import type { PartySize } from '../party.ts'
import type { Registration, RegistrationState } from '../registration.ts'
import { limitsOf } from './intakes.ts'

/**
 * All that must be known of an intake before families join, in one question: in a rush everybody waits for it.
 * `offset 0` makes the planner look each child up; left alone it reads all children of the city.
 */
export const readBeforeJoining = async (
  tx: Tx,
  cityId: string,
  id: string,
  families: readonly Pick<Family, 'onceKey' | 'party'>[],
): Promise<Omit<BeforeJoining, 'waiting'>> => {
  const onceKeys = families.map(({ onceKey }) => onceKey)
  const children = families.flatMap(({ onceKey, party }) =>
    party.children.map(child => ({ onceKey, ...child })),
  )
  const last = (state: RegistrationState) => sql`(select max(joined_at) from registrations
    where city_id = ${cityId} and intake_id = ${id} and state = ${state})`
  const { rows } = await sql<Omit<BeforeJoining, 'waiting'>>`
    select
      (select coalesce(json_agg(json_build_object('onceKey', rendering_key, 'id', id, 'state', state)), '[]')
        from registrations where city_id = ${cityId} and rendering_key = any (${onceKeys}::uuid[])) as sent_before,
      (select coalesce(json_agg(json_build_object('onceKey', once_key, 'id', id)), '[]') from (
        select distinct on (once_key) once_key, r.id
        from jsonb_to_recordset(${JSON.stringify(children)}::jsonb)
          as child ("onceKey" uuid, "firstName" text, "bornIn" date)
        cross join lateral (
          select child."onceKey" as once_key, h.city_id, h.id from household_children h
          where h.city_id = ${cityId} and h.plain_first_name = plain_name(child."firstName") and h.born_in = child."bornIn"
          offset 0
        ) h
        join registration_children rc on rc.city_id = h.city_id and rc.child_id = h.id
        join registrations r on r.city_id = rc.city_id and r.id = rc.registration_id
        where r.intake_id = ${id} and r.state in ('confirmed', 'waiting', 'offered')
        order by once_key, r.joined_at, r.id) as earliest) as repeats,
      greatest(${last('confirmed')}, ${last('offered')}, ${last('waiting')}) as last_joined_at,
      ${limitsOf(sql`${cityId}`, sql`${id}`)} as limits`.execute(tx)
  return orNotFound(rows[0])
}

type Change = Partial<PartySize> & {
  state?: RegistrationState
  offeredUntil?: Temporal.Instant | null
  endedAt?: Temporal.Instant
  repeatsId?: null
  chosenBecause?: string
}

export const updateRegistration = (tx: Tx, cityId: string, id: string, change: Change) =>
  tx.updateTable('registrations').set(change).where('cityId', '=', cityId).where('id', '=', id).execute()

/** One registration with its household and children, as far as the acting person may see it. */
export const findRegistration = async (tx: Tx, cityId: string, id: string) =>
  (await registrationsWhere(tx, cityId, sql`r.id = ${id}`))[0]

/** Whoever writes down something beside a registration stands in line here: a form sent twice is read one after the other. */
export const lockRegistration = (tx: Tx, cityId: string, id: string) =>
  sql`select from registrations where city_id = ${cityId} and id = ${id} for no key update`.execute(tx)

/** All registrations of an intake in the order of joining. */
export const listRegistrations = (tx: Tx, cityId: string, intakeId: string) =>
  registrationsWhere(tx, cityId, sql`r.intake_id = ${intakeId}`)

/** The same of several intakes, one after the other. */
export const listRegistrationsOf = (tx: Tx, cityId: string, intakeIds: readonly string[]) =>
  registrationsWhere(tx, cityId, sql`r.intake_id = any (${[...intakeIds]}::uuid[])`)

/** How many families have a place. */
export const countConfirmed = async (tx: Tx, cityId: string, intakeId: string) => {
  const { count } = await tx
    .selectFrom('registrations')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cityId', '=', cityId)
    .where('intakeId', '=', intakeId)
    .where('state', '=', 'confirmed')
    .executeTakeFirstOrThrow()
  return count
}

/** Intakes that have an offer whose time is up. */
export const intakesWithLapsedOffers = (tx: Tx, cityId: string, now: Temporal.Instant) =>
  tx
    .selectFrom('registrations')
    .select('intakeId')
    .distinct()
    .where('cityId', '=', cityId)
    .where('state', '=', 'offered')
    .where('offeredUntil', '<=', now)
    .execute()

export const listLapsedOffers = (tx: Tx, cityId: string, intakeId: string, now: Temporal.Instant) =>
  registrationsWhere(
    tx,
    cityId,
    sql`r.intake_id = ${intakeId} and r.state = 'offered' and r.offered_until <= ${now.toString()}`,
  )

const registrationsWhere = async (tx: Tx, cityId: string, condition: ReturnType<typeof sql>) => {
  const { rows } = await sql<RegistrationRow>`
    select r.id, r.provider_id, r.centre_id, r.offer_id, r.intake_id, r.state, r.joined_at, r.offered_until,
      r.repeats_id, r.comes_as, r.chosen_because, r.adults, h.page_id, h.id as household_id, h.called, h.language,
      h.contact_kind, h.email, h.phone, h.is_safe, h.hours, h.locked_at is not null as is_locked,
      h.phone_confirmed_at is not null as is_number_confirmed,
      (select coalesce(json_agg(json_build_object('firstName', c.first_name, 'bornIn', c.born_in)
          order by c.born_in, c.first_name), '[]')
        from registration_children rc
        join household_children c on c.city_id = rc.city_id and c.id = rc.child_id
        where rc.city_id = r.city_id and rc.registration_id = r.id) as children
    from registrations r
    join households h on h.city_id = r.city_id and h.id = r.household_id
    where r.city_id = ${cityId} and ${condition}
    order by r.joined_at, r.id`.execute(tx)
  return rows.map(asRegistration)
}

type RegistrationRow = Omit<Registration, 'household' | 'party'> & {
  adults: number
  householdId: string
  called: string
  language: string
  contactKind: Contact['kind']
  email: string | null
  phone: string | null
  isSafe: boolean
  hours: ReachableHours | null
  isLocked: boolean
  isNumberConfirmed: boolean
  children: { firstName: string; bornIn: string }[]
}

const asRegistration = ({
  adults,
  children,
  householdId,
  called,
  language,
  contactKind,
  email,
  phone,
  isSafe,
  hours,
  isLocked,
  isNumberConfirmed,
  ...registration
}: RegistrationRow): Registration => ({
  ...registration,
  household: {
    ...{ id: householdId, called },
    language: isLanguage(language) ? language : 'de',
    ...(isLocked && { isLocked }),
    ...(isNumberConfirmed && { isNumberConfirmed }),
    contact: {
      ...contactOf(isLocked ? 'none' : contactKind, email ?? phone ?? ''),
      ...(isSafe && { neutral: true }),
      ...(hours && { hours }),
    },
  },
  party: {
    adults,
    children: children.map(({ firstName, bornIn }) => ({
      firstName,
      bornIn: Temporal.PlainDate.from(bornIn),
    })),
  },
})

const contactOf = (kind: Contact['kind'], address: string): Contact => {
  switch (kind) {
    case 'email':
      return { kind, email: address }
    case 'phone':
      return { kind, phone: address }
    case 'none':
      return { kind }
  }
}
