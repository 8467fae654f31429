import { sql } from 'kysely'
import type { Database } from '../../platform/database/connect.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import type { City } from '../context.ts'

/** A city, and which transactions the database had in it when it was read, as `<xmin>:<xmax>:<running>`. */
export type FoundCity = { city: City; asOf: string }

/**
 * The city of a host name; where there is only one city, it answers to every name. A replica knows not what is still
 * running on the database it follows, so of it only the part counts that is certainly there.
 */
export const findCity = async (db: Database, host: string): Promise<FoundCity | undefined> => {
  const { rows } = await sql<CityRow & { asOf: string }>`
    select ${cityColumns},
      case when pg_is_in_recovery() then concat(xmin, ':', xmin, ':') else snapshot::text end as as_of
    from published.cities c,
      (select s as snapshot, pg_snapshot_xmin(s) as xmin from pg_current_snapshot() s) as reading
    where c.id = (select h.city_id from published.city_hosts h where h.host = ${host.toLowerCase()})
      or (select count(*) from published.cities) = 1`.execute(db)
  return rows[0] && { city: cityOf(rows[0]), asOf: rows[0].asOf }
}

export const listCities = async (db: Database): Promise<City[]> => {
  const { rows } = await sql<CityRow>`
    select ${cityColumns} from published.cities c order by slug`.execute(db)
  return rows.map(cityOf)
}

const cityColumns = sql`c.id, c.slug, c.time_zone, c.country, c.state, c.languages, c.colour,
  (select w.leave_to from published.city_ways_out w where w.city_id = c.id) as leave_to,
  (select coalesce(json_object_agg(t.language, json_build_object('name', t.name, 'place', t.place)), '{}')
    from published.city_texts t where t.city_id = c.id) as names`

type CityRow = Omit<City, 'languages'> & { languages: string[] }

const cityOf = ({
  id,
  slug,
  timeZone,
  country,
  state,
  languages,
  colour,
  leaveTo,
  names,
}: CityRow): City => ({
  ...{ id, slug, timeZone, country, state, colour, leaveTo, names },
  languages: languages.filter(isLanguage),
})

/** Every city by name, with the first host name under which it is served. */
export const listCityHosts = (db: Database) =>
  db
    .selectFrom('published.cityHosts as hosts')
    .innerJoin('published.cityTexts as texts', 'texts.cityId', 'hosts.cityId')
    .select(['texts.name', 'hosts.host'])
    .distinctOn('hosts.cityId')
    .orderBy('hosts.cityId')
    .orderBy('hosts.host')
    .execute()
