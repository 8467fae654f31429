import { sql } from 'kysely'
import type { CentreRef, Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { MessageMedium } from '../message-consents/message-consent.ts'
import { besideTitle } from './offers.ts'

/** An offer that stands on a family's page, the newest registration for it, and by which ways it is told. */
export type AgainChoice = {
  registrationId: string
  title: string
  titleLanguage: string
  given: MessageMedium[]
}

/** Of the registrations that a desk may see; archived offers do not start again. */
export const listAgainChoices = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  registrationIds: readonly string[],
) => {
  const { rows } = await sql<AgainChoice>`
    select distinct on (r.offer_id) r.id as registration_id, t.title, t.language as title_language,
      array(select distinct c.medium from message_consents c join registrations mine on mine.city_id = c.city_id
          and mine.household_id = c.household_id and mine.id = any (${[...registrationIds]}::uuid[])
        where c.city_id = r.city_id and c.offer_id = r.offer_id) as given
    from registrations r
    join offers o on o.city_id = r.city_id and o.id = r.offer_id and o.state <> 'archived' ${besideTitle(language)}
    where r.city_id = ${city.id} and r.id = any (${[...registrationIds]}::uuid[])
    order by r.offer_id, r.joined_at desc, r.id`.execute(tx)
  return rows
}

/** The last day on which an offer has a date so far; undefined where it has none. */
export const lastDateOf = async (tx: Tx, { city }: Pick<Context, 'city'>, offerId: string) => {
  const { rows } = await sql<{ lastOn: Temporal.PlainDate | null }>`
    select max((starts_at at time zone ${city.timeZone})::date) as last_on from sessions
    where city_id = ${city.id} and offer_id = ${offerId} and state = 'planned'`.execute(tx)
  return rows[0]?.lastOn ?? undefined
}

export type GivenConsent = CentreRef & {
  cityId: string
  offerId: string
  householdId: string | null
  medium: MessageMedium
  called: string
  language: string
  address: string
  textVersion: number
  givenAt: Temporal.Instant
  givenBy: 'family' | 'staff'
  toldUntil: Temporal.PlainDate
  endsOn: Temporal.PlainDate
}

/** Said again, it is the same yes. */
export const insertConsent = (tx: Tx, consent: GivenConsent) =>
  tx
    .insertInto('messageConsents')
    .values({ ...consent, purpose: 'offer-again' })
    .onConflict(conflict => conflict.doNothing())
    .execute()

/** Whichever registration of the family's page it was given for. */
export const deleteOwnConsents = (
  tx: Tx,
  cityId: string,
  { offerId, householdId, medium }: { offerId: string; householdId: string; medium: MessageMedium },
) =>
  sql`
    delete from message_consents c using households mine, households h
    where mine.city_id = ${cityId} and mine.id = ${householdId} and h.city_id = mine.city_id
      and h.page_id = mine.page_id and h.provider_id = mine.provider_id and c.city_id = h.city_id
      and c.household_id = h.id and c.offer_id = ${offerId} and c.medium = ${medium}`.execute(tx)

/** Says whether there was one. */
export const deleteConsent = async (tx: Tx, cityId: string, id: string) => {
  const { numDeletedRows } = await tx
    .deleteFrom('messageConsents')
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Somebody who wants to know; `isDue` where there are dates that he has not been told of. */
export type WhoWantsToKnow = {
  id: string
  medium: MessageMedium
  called: string
  language: string
  address: string
  givenAt: Temporal.Instant
  givenBy: 'family' | 'staff'
  endsOn: Temporal.PlainDate
  isDue: boolean
}

/** Who wants to know of an offer, or of the earlier season of which it is the next; locked where they are told now. */
export const listWhoWantsToKnow = async (
  tx: Tx,
  { city, now }: Pick<Context, 'city' | 'now'>,
  offerId: string,
  { lock = false, id }: { lock?: boolean; id?: string } = {},
) => {
  const { rows } = await sql<WhoWantsToKnow>`
    with recursive seasons as (
      select id, copy_of from offers where city_id = ${city.id} and id = ${offerId}
      union select o.id, o.copy_of from offers o join seasons s on o.city_id = ${city.id} and o.id = s.copy_of
    )
    select c.id, c.medium, c.called, c.language, c.address, c.given_at, c.given_by, c.ends_on,
      exists (select from offers o join sessions s on s.city_id = o.city_id and s.offer_id = o.id
        where o.city_id = c.city_id and o.id = ${offerId} and o.state = 'published' and s.state = 'planned'
          and s.starts_at > ${now.toString()}
          and (s.starts_at at time zone ${city.timeZone})::date > c.told_until) as is_due
    from message_consents c
    where c.city_id = ${city.id} and c.offer_id in (select id from seasons)
      and c.ends_on > (${now.toString()}::timestamptz at time zone ${city.timeZone})::date
      and ${id ? sql`c.id = ${id}` : sql`true`}
    order by c.given_at, c.id ${lock ? sql`for update of c` : sql``}`.execute(tx)
  return rows
}

/** From now on dates until this day are known to them, and the key in the message ends it. */
export const markTold = (
  tx: Tx,
  cityId: string,
  {
    id,
    offerId,
    toldUntil,
    stop,
  }: { id: string; offerId: string; toldUntil: Temporal.PlainDate; stop?: Buffer },
) =>
  sql`update message_consents set told_until = ${toldUntil.toString()}, offer_id = ${offerId},
      stop_hashes = ${stop ? sql`stop_hashes || ${stop}::bytea` : sql`stop_hashes`}
    where city_id = ${cityId} and id = ${id}`.execute(tx)

export const findConsentBehind = async (tx: Tx, cityId: string, hash: Buffer) => {
  const { rows } = await sql<CentreRef & { id: string }>`
    select id, provider_id, centre_id from message_consent_behind(${cityId}, ${hash})`.execute(tx)
  return rows[0]
}

/** For what and by which way, as whoever ends it reads it. */
export const findConsent = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  id: string,
) => {
  const { rows } = await sql<{ medium: MessageMedium; title: string; titleLanguage: string }>`
    select c.medium, t.title, t.language as title_language from message_consents c
    join offers o on o.city_id = c.city_id and o.id = c.offer_id ${besideTitle(language)}
    where c.city_id = ${city.id} and c.id = ${id}`.execute(tx)
  return rows[0]
}

/** Consents whose year is over. */
export const deleteMessageConsents = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'messageConsents', {
    cityId,
    hasEnded: sql`ends_on <= ${today.toString()}::date`,
    limit,
  })
