import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'

/** A name by which a district is known, with its code. */
export type PlaceName = { name: string; code: string }

/** The names of a city's districts, of their quarters and centres, and what else they are called. */
export const findPlaceNames = async ({ db, city }: Pick<Context, 'db' | 'city'>): Promise<PlaceName[]> => {
  const { rows } = await sql<PlaceName>`
    select d.name, d.code from published.districts d where d.city_id = ${city.id}
    union select a.alias, d.code from published.district_aliases a
      join published.districts d on d.city_id = a.city_id and d.id = a.district_id where a.city_id = ${city.id}
    union select q.name, d.code from published.quarters q
      join published.districts d on d.city_id = q.city_id and d.id = q.district_id where q.city_id = ${city.id}
    union select c.name, d.code from published.centres c
      join published.districts d on d.city_id = c.city_id and d.id = c.district_id where c.city_id = ${city.id}`.execute(
    db,
  )
  return rows
}
