import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import type { PartySize } from '../party.ts'
import type { Limit } from '../places.ts'
import type { Contact, Registration, RegistrationState } from '../registration.ts'

export type BeforeJoining = {
  /** The registration this rendering of the form has already made, if it was sent before. */
  earlier: { id: string; state: RegistrationState } | null
  /** Another live registration of one of these children, for the same intake, made earlier. */
  repeatsId: string | null
  lastJoinedAt: Temporal.Instant | null
  limits: Limit[]
}

/**
 * All that must be known of an intake before a family joins, in one question: in a rush everybody waits for it.
 * `offset 0` makes the planner look each child up; left alone it reads all children of the city.
 */
export const readBeforeJoining = async (
  tx: Tx,
  cityId: string,
  id: string,
  { onceKey, children }: { onceKey: string; children: Registration['party']['children'] },
): Promise<BeforeJoining> => {
  const names = children.map(({ firstName }) => firstName)
  const months = children.map(({ bornIn }) => bornIn.toString())
  const last = (state: RegistrationState) => sql`(select max(joined_at) from registrations
    where city_id = ${cityId} and intake_id = ${id} and state = ${state})`
  const { rows } = await sql<BeforeJoining>`
    select
      (select json_build_object('id', id, 'state', state) from registrations
        where city_id = ${cityId} and rendering_key = ${onceKey}) as earlier,
      (select r.id from unnest(${names}::text[], ${months}::date[]) as child (first_name, born_in)
        cross join lateral (
          select h.city_id, h.id from household_children h
          where h.city_id = ${cityId} and h.plain_first_name = lower(child.first_name) and h.born_in = child.born_in
          offset 0
        ) h
        join registration_children rc on rc.city_id = h.city_id and rc.child_id = h.id
        join registrations r on r.city_id = rc.city_id and r.id = rc.registration_id
        where r.intake_id = ${id} and r.state in ('confirmed', 'waiting', 'offered')
        order by r.joined_at, r.id limit 1) as repeats_id,
      greatest(${last('confirmed')}, ${last('offered')}, ${last('waiting')}) as last_joined_at,
      (select coalesce(json_agg(json_build_object('unit', unit, 'places', places, 'taken', taken)), '[]')
        from intake_limits where city_id = ${cityId} and intake_id = ${id}) as limits`.execute(tx)
  return rows[0] ?? { earlier: null, repeatsId: null, lastJoinedAt: null, limits: [] }
}

type Change = Partial<PartySize> & {
  state?: RegistrationState
  offeredUntil?: Temporal.Instant | null
  endedAt?: Temporal.Instant
  repeatsId?: null
}

export const updateRegistration = (tx: Tx, cityId: string, id: string, change: Change) =>
  tx.updateTable('registrations').set(change).where('cityId', '=', cityId).where('id', '=', id).execute()

/** One registration with its household and children, as far as the acting person may see it. */
export const findRegistration = async (tx: Tx, cityId: string, id: string) =>
  (await registrationsWhere(tx, cityId, sql`r.id = ${id}`))[0]

/** All registrations of an intake in the order of joining. */
export const listRegistrations = (tx: Tx, cityId: string, intakeId: string) =>
  registrationsWhere(tx, cityId, sql`r.intake_id = ${intakeId}`)

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
      r.repeats_id, r.adults, h.id as household_id, h.called, h.language, h.contact_kind, h.email, h.phone,
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
  ...registration
}: RegistrationRow): Registration => ({
  ...registration,
  household: {
    ...{ id: householdId, called },
    language: isLanguage(language) ? language : 'de',
    contact: contactOf(contactKind, email ?? phone ?? ''),
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
