import { sql } from 'kysely'
import type { CountedSession } from '../../attendance/index.ts'
import type { Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'

type Reading = Pick<Context, 'city' | 'now'>

export type PastSession = CountedSession & {
  slug: string
  format: string
  audience: string
  heldOn: Temporal.PlainDate
  overAt: Temporal.Instant
  ageFrom: number | null
  ageUntil: number | null
  places: number | null
}

export type OpenIntake = {
  id: string
  slug: string
  centreId: string
  providerId: string
  startsAt: Temporal.Instant
  ageOn: Temporal.PlainDate
  opensAt: Temporal.Instant | null
  counts: 'child' | 'adult' | 'household' | 'person'
  places: number
  babyPlaces: number | null
  ageFrom: number | null
  ageUntil: number | null
}

/** The history was made before: its counts are its last step. */
export const hasHistory = async (tx: Tx, cityId: string) => {
  const { rows } = await sql`select from head_counts where city_id = ${cityId} limit 1`.execute(tx)
  return rows.length > 0
}

/** Whoever has a mobile number typed the code that came there. */
export const confirmNumbers = (tx: Tx, { city, now }: Reading) =>
  tx
    .updateTable('households')
    .set({ phoneConfirmedAt: now })
    .where('cityId', '=', city.id)
    .where('phone', 'like', '+49 171 %')
    .execute()

export const listPast = async (tx: Tx, { city, now }: Reading) => {
  const { rows } = await sql<PastSession>`
    select s.id, s.offer_id, s.centre_id, s.provider_id, s.starts_at, s.cancel_reason, s.held_on,
      coalesce(s.ends_at, s.starts_at + interval '2 hours') as over_at,
      o.slug, o.format, o.audience, o.age_from, o.age_until, o.places
    from sessions s join offers o on o.city_id = s.city_id and o.id = s.offer_id
    where s.city_id = ${city.id} and s.state = 'planned'
      and coalesce(s.ends_at, s.starts_at + interval '2 hours') <= ${now.toString()}::timestamptz
    order by s.starts_at, o.slug`.execute(tx)
  return rows
}

/** What one can register for now and that begins before a moment. */
export const listOpenIntakes = async (tx: Tx, { city, now }: Reading, before: Temporal.Instant) => {
  const { rows } = await sql<OpenIntake>`
    select i.id, o.slug, i.centre_id, i.provider_id, i.starts_at, i.age_on, i.opens_at, o.counts,
      o.places, o.baby_places, o.age_from, o.age_until
    from intakes i
    join offers o on o.city_id = i.city_id and o.id = i.offer_id and o.state = 'published'
    where i.city_id = ${city.id} and not i.is_stopped and i.closes_at > ${now.toString()}::timestamptz
      and (i.opens_at is null or i.opens_at <= ${now.toString()}::timestamptz)
      and i.starts_at < ${before.toString()}::timestamptz
    order by i.starts_at, o.slug`.execute(tx)
  return rows
}

/** Where the demo accounts work: KiEZ Westend, or the first real centre of another city. */
export const findShowcase = async (tx: Tx, cityId: string) => (await listShowcases(tx, cityId, 1))[0]

/** That centre and the next ones. */
export const listShowcases = (tx: Tx, cityId: string, limit: number) =>
  tx
    .selectFrom('centres')
    .select(['id as centreId', 'providerId'])
    .where('cityId', '=', cityId)
    .orderBy(({ eb }) => eb('slug', '=', 'kiez-westend'), 'desc')
    .orderBy('isExample')
    .orderBy('slug')
    .limit(limit)
    .execute()

/** Centres whose post nobody has entered yet, in order of their names. */
export const listCentresWithoutPost = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('centres as c')
    .select(['c.id as centreId', 'c.providerId'])
    .where('c.cityId', '=', cityId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('posts as p')
            .select('p.centreId')
            .whereRef('p.cityId', '=', 'c.cityId')
            .whereRef('p.centreId', '=', 'c.id'),
        ),
      ),
    )
    .orderBy('c.name')
    .execute()

/** The next session at a centre. */
export const findNextAt = async (tx: Tx, { city, now }: Reading, centreId: string) => {
  const { rows } = await sql<{ id: string }>`
    select s.id from sessions s join offers o on o.city_id = s.city_id and o.id = s.offer_id and o.state = 'published'
    where s.city_id = ${city.id} and s.centre_id = ${centreId} and s.state = 'planned' and s.starts_at > ${now.toString()}::timestamptz
    order by s.starts_at, o.slug limit 1`.execute(tx)
  return rows[0]?.id
}

/** The published offers of a centre to which one just comes, every few days, by name. */
export const listJustCome = async (tx: Tx, { city, now }: Reading, centreId: string) => {
  const { rows } = await sql<{ slug: string }>`
    select o.slug from offers o
    where o.city_id = ${city.id} and o.centre_id = ${centreId} and o.state = 'published' and o.registration = 'none'
      and o.kind = 'encounter' and not o.is_without_parents
      and (select count(*) from sessions s where s.city_id = o.city_id and s.offer_id = o.id and s.state = 'planned'
        and s.starts_at > ${now.toString()}::timestamptz) > 3
    order by o.slug desc`.execute(tx)
  return rows.map(({ slug }) => slug)
}

/** Says that an offer was looked at last on that day. */
export const lastChecked = (tx: Tx, cityId: string, slug: string, on: Temporal.PlainDate) =>
  sql`update offers set checked_on = ${on} where city_id = ${cityId} and slug = ${slug}`.execute(tx)

export const cancelPast = (tx: Tx, cityId: string, sessionIds: readonly string[], reason: string) =>
  sql`update sessions set state = 'cancelled', cancel_reason = ${reason}, cancelled_at = starts_at - interval '3 hours'
    where city_id = ${cityId} and id = any (${[...sessionIds]}::uuid[])`.execute(tx)

/** Points every offer to the articles of its kind, as far as the city's concept has them. */
export const pointOffersToArticles = async (
  tx: Tx,
  cityId: string,
  pairs: readonly { kind: string; articleKey: string }[],
) => {
  await sql`insert into offer_articles (city_id, provider_id, centre_id, offer_id, article_key)
    select o.city_id, o.provider_id, o.centre_id, o.id, a.article_key
    from unnest(${pairs.map(({ kind }) => kind)}::text[], ${pairs.map(({ articleKey }) => articleKey)}::text[])
      as serves (kind, article_key)
    join concept_articles a on a.city_id = ${cityId} and a.article_key = serves.article_key
    join offers o on o.city_id = a.city_id and o.kind = serves.kind`.execute(tx)
}

/** Lets the database know how many there are now. */
export const countFamilies = (tx: Tx) => sql`select count_families()`.execute(tx)

/** Whoever wanted to know did so before there were dates. */
export const knowNoDatesYet = (tx: Tx, cityId: string) =>
  sql`update message_consents set told_until = given_at::date where city_id = ${cityId}`.execute(tx)
