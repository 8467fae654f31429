import { sql } from 'kysely'
import type { Entry } from '../entry.ts'
import { daysOf, type Filters } from '../filters.ts'
import {
  all,
  type Condition,
  dateConditions,
  isNotOver,
  offerConditions,
  type Reading,
} from './conditions.ts'
import { around, besideOffer, type EntryRow, entryColumns, entryOf, sessionsOf } from './entries.ts'

/** What a program asks for, page by page; `limit` is the length of one page. */
type Wanted = {
  filters: Filters
  today: Temporal.PlainDate
  /** The offers a search has found; without a search all are listed. */
  found: readonly string[] | undefined
  /** The slug or the id of a centre. */
  centre?: string | undefined
  offers?: readonly string[] | undefined
  limit: number
}

/** Where a list of dates goes on: behind this one, which itself may be gone by now. */
export type AfterDate = { heldOn: Temporal.PlainDate; starts: Temporal.PlainTime; id: string }

/** Each offer once with its next date, in the order in which they were made; `after` is the last one read. */
export const findListedOffers = async (
  context: Reading,
  { filters, today, limit, after, ...wanted }: Wanted & { after?: string | undefined },
): Promise<Entry[]> => {
  const onDay = filters.day && daysOf(filters.day, today)
  const days = onDay ? sql`s.held_on between ${onDay.from} and ${onDay.until}` : sql`s.held_on >= ${today}`
  const needsDate = Boolean(filters.day ?? filters.part)
  const { rows } = await sql<EntryRow>`
    with listed as (
      select o.id as offer_id, s.id as session_id
      from published.offers o
      join published.centres c on c.city_id = o.city_id and c.id = o.centre_id
      left join lateral (
        select s.id from published.sessions s
        where s.city_id = o.city_id and s.offer_id = o.id and ${days}
          and ${isNotOver(context)} and ${all(dateConditions(context, filters))}
        order by s.starts_at limit 1
      ) s on true
      ${around(context, filters.district)}
      where o.city_id = ${context.city.id} and ${all([...offerConditions(context, filters), ...whichOf(wanted)])}
        and ${needsDate ? sql`s.id is not null` : sql`true`}
        and ${after ? sql`o.id > ${after}` : sql`true`}
      order by o.id limit ${limit}
    )
    select ${entryColumns}
    from listed l join published.offers o on o.city_id = ${context.city.id} and o.id = l.offer_id
    left join published.sessions s on s.city_id = o.city_id and s.id = l.session_id
    ${besideOffer(context)} ${around(context, filters.district)}
    order by o.id`.execute(context.db)
  return rows.map(row => entryOf(row, context.city.timeZone))
}

type WantedDates = Wanted & {
  from: Temporal.PlainDate
  /** Leaves out what is over already. */
  isComing?: boolean
  until?: Temporal.PlainDate | undefined
  after?: AfterDate | undefined
}

/** Dates in the order in which they are held, over or not, cancelled or not. */
export const findListedDates = async (
  context: Reading,
  { filters, today, from, isComing, until, limit, after, ...wanted }: WantedDates,
): Promise<Entry[]> => {
  const onDay = filters.day && daysOf(filters.day, today)
  const conditions = [
    ...(onDay ? [sql`s.held_on between ${onDay.from} and ${onDay.until}`] : []),
    ...(isComing ? [isNotOver(context)] : []),
    ...(until ? [sql`s.held_on <= ${until}`] : []),
    ...(after ? [sql`(s.held_on, s.starts, s.id) > (${after.heldOn}, ${after.starts}, ${after.id})`] : []),
    ...[...whichOf(wanted), ...offerConditions(context, filters), ...dateConditions(context, filters)],
  ]
  const { rows } = await sql<EntryRow>`
    select ${entryColumns} from ${sessionsOf(context)} ${around(context, filters.district)}
    where s.city_id = ${context.city.id} and s.held_on >= ${from} and ${all(conditions)}
    order by s.held_on, s.starts, s.id limit ${limit}`.execute(context.db)
  return rows.map(row => entryOf(row, context.city.timeZone))
}

const whichOf = ({ found, centre, offers }: Pick<Wanted, 'found' | 'centre' | 'offers'>): Condition[] => [
  ...(found ? [sql`o.id = any (${found}::uuid[])`] : []),
  ...(centre ? [sql`${centre} in (c.slug, c.id::text)`] : []),
  ...(offers ? [sql`o.id = any (${offers}::uuid[])`] : []),
]
