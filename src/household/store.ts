import { sql } from 'kysely'
import type { CentreRef, Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import {
  answersOf,
  besideTitle,
  type RegistrationState,
  type Safety,
  type Said,
} from '../registration/index.ts'

/** A registration on the page, and the desk that may serve it; `isOwn` is the one that the link was made for. */
export type OnPage = CentreRef & { registrationId: string; isOwn: boolean }

/** Empty while the link asks for its code. */
export const findPage = async (tx: Tx, cityId: string, hash: Buffer, now: Temporal.Instant) => {
  const { rows } = await sql<OnPage>`
    select registration_id, provider_id, centre_id, is_own from household_page_behind(${cityId}, ${hash},
      ${now.toString()})`.execute(tx)
  return rows
}

/**
 * For all on the page, and for messages that are on their way. `never` forgets the address and the number. Who is to be
 * reached safely gets a page of its own, and every key from before is ended. False where the key opens nothing any more.
 */
export const reachSafely = async (
  tx: Tx,
  cityId: string,
  { hash, now, neutral, hours, never }: Safety & { hash: Buffer; now: Temporal.Instant; never: boolean },
) => {
  const { rows } = await sql<{ isReached: boolean }>`
    select reach_safely(${cityId}, ${hash}, ${now.toString()}, ${neutral ?? false},
      ${hours ? JSON.stringify(hours) : null}::jsonb, ${never}) as is_reached`.execute(tx)
  return rows[0]?.isReached ?? false
}

type PushAt = { hash: Buffer; now: Temporal.Instant }

/** This phone hears of everything on the page. */
export const keepPush = async (
  tx: Tx,
  cityId: string,
  { hash, now, endpoint, p256dh, auth }: PushAt & { endpoint: string; p256dh: string; auth: string },
) => {
  const { rows } = await sql<{ isKept: boolean }>`
    select keep_push(${cityId}, ${hash}, ${now.toString()}, ${endpoint}, ${p256dh}, ${auth}) as is_kept`.execute(
    tx,
  )
  return rows[0]?.isKept ?? false
}

/** It does no longer; without an address no phone does. */
export const stopPush = (tx: Tx, cityId: string, { hash, now, endpoint }: PushAt & { endpoint?: string }) =>
  sql`select stop_push(${cityId}, ${hash}, ${now.toString()}, ${endpoint ?? null})`.execute(tx)

export const pushedTo = async (tx: Tx, cityId: string, { hash, now }: PushAt) => {
  const { rows } = await sql<{ endpoint: string }>`
    select endpoint from pushed_to(${cityId}, ${hash}, ${now.toString()})`.execute(tx)
  return rows.map(({ endpoint }) => endpoint)
}

/** What is stored of a family for one registration, and what it registered for. */
export type StoredRegistration = CentreRef & {
  id: string
  state: RegistrationState
  called: string
  childNames: string[]
  /** Who else sees it, because staff gave keys. */
  guardians: string[]
  /** To what its offer asks besides. */
  answers: Said[]
  contactKind: 'email' | 'phone' | 'none'
  isSafe: boolean
  hours: Safety['hours'] | null
  deleteOn: Temporal.PlainDate
  /** Dates of a course to which it said that it does not come. */
  awayAt: string[]
  /** A single date that does not take place. */
  isCalledOff: boolean
  /** Null for what one registers for as a whole course. */
  sessionId: string | null
  offerSlug: string
  title: string
  titleLanguage: string
  centre: string
  startsAt: Temporal.Instant
  lastOn: Temporal.PlainDate
  provider: string
  law: 'DSGVO' | 'KDG' | 'DSG-EKD'
  officer: string
  officerEmail: string
  authority: string
}

/** Whether or not the offer is still published: what is stored is shown. */
export const listStored = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  ids: readonly string[],
) => {
  const { rows } = await sql<StoredRegistration>`
    select r.id, r.provider_id, r.centre_id, r.state, h.called, h.contact_kind, h.is_safe, h.hours, h.delete_on, i.session_id, i.starts_at,
      i.last_on, o.slug as offer_slug, t.title, t.language as title_language, c.name as centre, p.name as provider, p.law,
      p.data_protection_officer as officer, p.data_protection_email as officer_email, p.authority,
      array(select k.first_name from registration_children rk
        join household_children k on k.city_id = rk.city_id and k.id = rk.child_id
        where rk.city_id = r.city_id and rk.registration_id = r.id order by k.born_in, k.first_name) as child_names,
      array(select g.called from guardians g where g.city_id = r.city_id and g.registration_id = r.id
        order by g.added_at) as guardians,
      array(select e.session_id from excused_dates e where e.city_id = r.city_id and e.registration_id = r.id) as away_at,
      exists (select from sessions s where s.city_id = i.city_id and s.id = i.session_id and s.state = 'cancelled')
        as is_called_off,
      ${answersOf}
    from registrations r
    join households h on h.city_id = r.city_id and h.id = r.household_id
    join intakes i on i.city_id = r.city_id and i.id = r.intake_id
    join offers o on o.city_id = r.city_id and o.id = r.offer_id
    join centres c on c.city_id = r.city_id and c.id = r.centre_id
    join providers p on p.city_id = r.city_id and p.id = r.provider_id ${besideTitle(language)}
    where r.city_id = ${city.id} and r.id = any (${[...ids]}::uuid[])
    order by i.starts_at, r.id`.execute(tx)
  return rows
}
