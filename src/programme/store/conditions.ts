import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import { readAge } from '../age.ts'
import { type Filters, hoursOf } from '../filters.ts'
import { eases } from '../vocabulary.ts'

export type Reading = Pick<Context, 'db' | 'city' | 'language' | 'now'>
export type Condition = RawBuilder<unknown>

/** What a family looks for, as it is true of an offer `o` that stands beside `n`, its nearness. */
export const offerConditions = (context: Reading, filters: Filters): Condition[] => [
  ...(filters.district ? [sql`n.is_near`] : []),
  ...(filters.centre
    ? [
        sql`o.centre_id = (select h.id from published.centres h
          where h.city_id = ${context.city.id} and h.slug = ${filters.centre})`,
      ]
    : []),
  ...(filters.language
    ? [
        sql`(${filters.language} = any (o.languages) or ${hasOwnDate(context, 'own_languages', filters.language)})`,
      ]
    : []),
  ...(filters.topic ? [sql`${filters.topic} = any (o.topics)`] : []),
  ...(filters.kind ? [sql`o.kind = ${filters.kind}`] : []),
  ...(filters.free ? [sql`o.price_cents = 0`] : []),
  ...(filters['just-come'] ? [sql`o.registration = 'none'`] : []),
  ...(filters.places ? [sql`(o.registration <> 'course' or ${hasPlaces(context, sql`is null`)})`] : []),
  ...(filters.places ? [sql`(o.registration <> 'session' or s.id is not null)`] : []),
  ...(filters['step-free']
    ? [
        sql`(${isRoom(context, sql`o.place`, true)} or o.is_step_free and not ${isRoom(context, sql`o.place`, false)})`,
      ]
    : []),
  ...eases
    .filter(ease => filters[ease])
    .map(
      ease => sql`(o.id in (select e.offer_id from published.offer_eases e
        where e.city_id = ${context.city.id} and ${ease} = any (e.eases))
        or ${hasOwnDate(context, 'own_eases', ease)})`,
    ),
  ...(filters.online ? [sql`o.way in ('online', 'phone')`] : []),
  ...ageConditions(filters.age),
]

/** A child of an age fits where the span of the offer and the span of the child touch. */
const ageConditions = (age: string | undefined): Condition[] => {
  const wanted = age && readAge(age)
  if (!wanted) return []
  if (wanted === 'pregnant') return [sql`(o.is_from_pregnancy or 'pregnancy' = any (o.topics))`]
  return [
    sql`coalesce(o.age_from, 0) < ${wanted.until}`,
    sql`(o.age_until is null or o.age_until > ${wanted.from})`,
  ]
}

/** What is true of the date, which may be held elsewhere, in other languages, and be easier or harder to come to. */
export const dateConditions = (context: Reading, filters: Filters): Condition[] => [
  ...timeConditions(context, filters),
  ...(filters.language
    ? [sql`${filters.language} = any (coalesce(${ofDate('own_languages')}, o.languages))`]
    : []),
  ...eases
    .filter(ease => filters[ease])
    .map(
      ease => sql`${ease} = any (coalesce(${ofDate('own_eases')}, (select e.eases from published.offer_eases e
      where e.city_id = o.city_id and e.offer_id = o.id)))`,
    ),
  ...(filters['step-free'] ? [sql`(s.own_place is null or ${isRoom(context, sql`s.own_place`, true)})`] : []),
]

const timeConditions = (context: Reading, { part, places }: Filters): Condition[] => [
  ...(part
    ? [sql`s.starts >= ${hoursOf[part].from}::time`, sql`s.starts < ${hoursOf[part].until}::time`]
    : []),
  ...(places
    ? [sql`s.state = 'planned'`, sql`(o.registration <> 'session' or ${hasPlaces(context, sql`= s.id`)})`]
    : []),
]

/** Not every week, but on some day to come. */
const hasOwnDate = ({ city, now }: Reading, column: OwnColumn, value: string) => sql`o.id in (
  select d.offer_id from published.own_eases d
  where d.city_id = ${city.id} and d.starts_at > ${now} and ${value} = any (d.${sql.ref(column)}))`

const ofDate = (column: OwnColumn) => sql`(
  select d.${sql.ref(column)} from published.own_eases d where d.city_id = s.city_id and d.session_id = s.id)`

type OwnColumn = 'own_languages' | 'own_eases'

/** The place is a room of the centre, of which is known that it is reached without steps, or is not. */
const isRoom = (
  { city }: Reading,
  place: Condition,
  isStepFree: boolean,
) => sql`(o.centre_id, lower(${place})) in (
  select r.centre_id, r.place from published.steps_of_rooms r
  where r.city_id = ${city.id} and r.is_step_free = ${isStepFree})`

/** Any family can register now and gets a place: for a date, or for a whole course, whose intake has no date. */
const hasPlaces = ({ now }: Reading, session: Condition) => sql`exists (
  select from published.intakes f
  where f.city_id = o.city_id and f.offer_id = o.id and f.session_id ${session} and not f.is_stopped
    and f.free_places > 0 and f.closes_at > ${now} and (f.opens_at is null or f.opens_at <= ${now}))
  and not exists (select from published.closed_groups g where g.city_id = o.city_id and g.offer_id = o.id)`

export const all = (conditions: Condition[]) =>
  conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`

/** Where nobody knows the end, two hours are a guess that lets latecomers find it. */
export const isNotOver = ({ now }: Reading) =>
  sql`coalesce(s.ends_at, s.starts_at + interval '2 hours') > ${now}`
