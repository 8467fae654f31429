import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Entry, SessionFacts, Spoken } from '../entry.ts'
import { type Filters, isWeekday, weekdays } from '../filters.ts'
import { all, type Condition, dateConditions, offerConditions } from './conditions.ts'
import { around, type EntryRow, entryColumns, entryOf, sessionsOf } from './entries.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language' | 'now'>

/** A date with what those need who keep it outside: a calendar, a feed. */
export type DatedEntry = Omit<Entry, 'session'> & {
  session: SessionFacts
  /** The series that made it; null where it stands alone. */
  seriesId: string | null
  /** When the date or its offer changed last. */
  lastChangedAt: Temporal.Instant
  /** Postal code and town of the centre. */
  town: string
  /** How to get there; null of what is held elsewhere, where it would lead astray, or where nobody has written it down. */
  arrival: Spoken | null
}

type Wanted = {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  filters?: Filters
  /** The offers a search has found. */
  found?: readonly string[] | undefined
  /** The slug of a centre or of an offer. */
  centre?: string | undefined
  offer?: string | undefined
  limit: number
}

/** The dates from one day to another, both included, over and cancelled ones too, soonest first. */
export const findDated = async (
  context: Reading,
  { from, until, filters = {}, found, centre, offer, limit }: Wanted,
): Promise<DatedEntry[]> => {
  const weekday = isWeekday(filters.day) ? weekdays.indexOf(filters.day) + 1 : undefined
  return datedBy(context, filters.district, limit, [
    sql`s.held_on between ${from} and ${until}`,
    ...offerConditions(context, filters),
    ...dateConditions(context, filters),
    ...(weekday ? [sql`extract(isodow from s.held_on) = ${weekday}`] : []),
    ...(found ? [sql`o.id = any (${found}::uuid[])`] : []),
    ...(centre ? [sql`c.slug = ${centre}`] : []),
    ...(offer ? [sql`o.slug = ${offer}`] : []),
  ])
}

/** One date, also when it is over or cancelled. */
export const findDatedSession = async (context: Reading, id: string): Promise<DatedEntry | undefined> => {
  const [found] = await datedBy(context, undefined, 1, [sql`s.id = ${id}`])
  return found
}

const datedBy = async (
  context: Reading,
  district: string | undefined,
  limit: number,
  conditions: Condition[],
): Promise<DatedEntry[]> => {
  const { rows } = await sql<DatedRow>`
    select ${entryColumns}, s.series_id,
      greatest(s.changed_at, o.updated_at) as last_changed_at, concat_ws(' ', nullif(c.postal_code, ''), nullif(c.town, '')) as town,
      w.directions, w.language as directions_language
    from ${sessionsOf(context)}
    left join lateral (
      select w.directions, w.language from published.centre_texts w
      where w.city_id = o.city_id and w.centre_id = o.centre_id and w.directions <> '' and o.way = 'on-site'
        and not exists (select from published.meeting_point_texts p
          where p.city_id = o.city_id and p.offer_id = o.id)
      order by w.language = ${context.language} desc, w.language = 'de' desc, w.language limit 1
    ) w on true ${around(context, district)}
    where s.city_id = ${context.city.id} and ${all(conditions)}
    order by s.starts_at, s.id limit ${limit}`.execute(context.db)
  return rows.flatMap(row => {
    const { session, ...entry } = entryOf(row, context.city.timeZone)
    const { seriesId, lastChangedAt, town, directions, directionsLanguage } = row
    const isThere = session && !session.isElsewhere && directions && directionsLanguage
    const arrival = isThere ? { text: directions, language: directionsLanguage } : null
    return session ? [{ ...entry, session, seriesId, lastChangedAt, town, arrival }] : []
  })
}

type DatedRow = EntryRow &
  Pick<DatedEntry, 'seriesId' | 'lastChangedAt' | 'town'> & {
    directions: string | null
    directionsLanguage: string | null
  }
