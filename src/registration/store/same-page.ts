import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Intake, RegistrationState } from '../registration.ts'
import { type Safety, safetyOf } from '../safe-contact.ts'

/** Another date of the same offer for which one can register now. */
export type OtherDate = { intakeId: string; startsAt: Temporal.Instant; isFull: boolean }

export const listOtherDates = async (
  tx: Tx,
  cityId: string,
  { id, offerId }: Pick<Intake, 'id' | 'offerId'>,
  { now, limit }: { now: Temporal.Instant; limit: number },
) => {
  const at = now.toString()
  const { rows } = await sql<OtherDate>`
    select i.id as intake_id, i.starts_at,
      exists (select from intake_limits l where l.city_id = i.city_id and l.intake_id = i.id and l.unit <> 'baby'
        and l.taken >= l.places) as is_full
    from intakes i
    where i.city_id = ${cityId} and i.offer_id = ${offerId} and i.id <> ${id} and i.session_id is not null
      and not i.is_stopped and i.closes_at > ${at} and (i.opens_at is null or i.opens_at <= ${at})
    order by i.starts_at, i.id limit ${limit}`.execute(tx)
  return rows
}

/** A live registration of the same family for the same offer, and for which date. */
export type SameOffer = { id: string; state: RegistrationState; startsAt: Temporal.Instant }

/**
 * What else stands on the page of the family for this offer, at this centre. Step by step, because a plan that was
 * made while there was hardly a family would join all of them with each other.
 */
export const listSameOffer = async (tx: Tx, cityId: string, registrationId: string) => {
  const { rows } = await sql<SameOffer>`
    with own as materialized (
      select id, household_id, offer_id from registrations where city_id = ${cityId} and id = ${registrationId}
    ), page as materialized (
      select h.id from own join households mine on mine.city_id = ${cityId} and mine.id = own.household_id
      join households h on h.city_id = mine.city_id and h.page_id = mine.page_id and h.provider_id = mine.provider_id
    )
    select r.id, r.state, i.starts_at from own cross join page
    join registrations r on r.city_id = ${cityId} and r.household_id = page.id and r.offer_id = own.offer_id
      and r.id <> own.id and r.state in ('confirmed', 'offered', 'waiting')
    join intakes i on i.city_id = r.city_id and i.id = r.intake_id
    order by i.starts_at, r.id`.execute(tx)
  return rows
}

/** Something else for which the same family has a place at the same time. */
export type Clash = { sessionId: string; title: string; titleLanguage: string; startsAt: Temporal.Instant }

/** What opens the page of a family: its link, or its code as it was typed. */
type PageKey = { hash: Buffer; isCode: boolean }

/**
 * What overlaps with the intakes, of all that stands on the page behind a key, at every centre. Of other families
 * nothing is known, and a name that is equal proves nothing. What the family has `seen` is left out.
 */
export const listClashes = async (
  tx: Tx,
  { city, now, language }: Pick<Context, 'city' | 'now' | 'language'>,
  { hash, isCode }: PageKey,
  { intakes, seen }: { intakes: readonly string[]; seen: readonly string[] },
) => {
  const { rows } = await sql<Clash>`
    select distinct on (theirs.starts_at, i.id) theirs.id as session_id, t.title, t.language as title_language, theirs.starts_at
    from page_intakes_behind(${city.id}, ${hash}, ${isCode}, ${now.toString()}) page
    join published.intakes i on i.city_id = ${city.id} and i.id = page.intake_id
    join published.intakes mi on mi.city_id = i.city_id and mi.id = any (${[...intakes]}::uuid[]) and mi.id <> i.id
    join published.sessions ours on ${sessionsOf(sql`ours`, sql`mi`)} and ours.starts_at > ${now.toString()}
    join published.sessions theirs on ${sessionsOf(sql`theirs`, sql`i`)}
      and theirs.id <> all (${[...seen]}::uuid[])
      and theirs.starts_at < coalesce(ours.ends_at, ours.starts_at + interval '1 hour')
      and ours.starts_at < coalesce(theirs.ends_at, theirs.starts_at + interval '1 hour')
    cross join lateral (select t.title, t.language from published.offer_texts t
      where t.city_id = i.city_id and t.offer_id = i.offer_id
      order by t.language = ${language} desc, t.language limit 1) t
    order by theirs.starts_at, i.id limit 3`.execute(tx)
  return rows
}

const sessionsOf = (session: RawBuilder<unknown>, intake: RawBuilder<unknown>) => sql`
  ${session}.city_id = ${intake}.city_id and ${session}.offer_id = ${intake}.offer_id and ${session}.state = 'planned'
    and (${intake}.session_id is null or ${session}.id = ${intake}.session_id)`

/** How whoever shows this key wants to be reached. */
export const findSafety = async (
  tx: Tx,
  cityId: string,
  { hash, isCode }: PageKey,
  now: Temporal.Instant,
) => {
  const { rows } = await sql<{ isSafe: boolean; hours: Safety['hours'] | null }>`
    select is_safe, hours from page_safety_behind(${cityId}, ${hash}, ${isCode}, ${now.toString()})`.execute(
    tx,
  )
  const [found] = rows
  return safetyOf({
    ...(found?.isSafe && { neutral: true }),
    ...(found?.hours && { hours: found.hours }),
  })
}

/** Null where one of the two opens nothing. */
export const putPagesTogether = async (
  tx: Tx,
  cityId: string,
  { hash, other, now }: { hash: Buffer; other: Buffer; now: Temporal.Instant },
) => {
  const { rows } = await sql<{ outcome: 'together' | 'other-provider' | null }>`
    select put_households_together(${cityId}, ${hash}, ${other}, ${now.toString()}) as outcome`.execute(tx)
  return rows[0]?.outcome ?? null
}
