import { sql } from 'kysely'
import * as v from 'valibot'
import type { Context } from '../../identity/index.ts'
import { geometryShape } from '../geometry.ts'
import { type CityMap, drawMap } from '../map.ts'
import { listCentres } from './centres.ts'

const outline = v.nullable(geometryShape)

type Reading = Pick<Context, 'db' | 'city' | 'language'>

export const findMap = async (reading: Reading): Promise<CityMap> => {
  const [districts, centres] = await Promise.all([
    reading.db
      .selectFrom('published.districts')
      .select(['code', 'name', 'geometry'])
      .where('cityId', '=', reading.city.id)
      .orderBy('code')
      .execute(),
    listCentres(reading),
  ])
  return drawMap(
    districts.map(district => ({ ...district, geometry: v.parse(outline, district.geometry) })),
    centres,
  )
}

/** Changes with every outline and every place on the map; part of its address. */
export const findMapMark = async ({ db, city }: Reading): Promise<string> => {
  const { rows } = await sql<{ mark: string }>`
    select left(md5(concat(
      (select string_agg(code || geometry::text, '' order by code) from published.districts
        where city_id = ${city.id}),
      (select string_agg(concat_ws(',', slug, latitude, longitude), ';' order by slug) from published.centres
        where city_id = ${city.id}))), 10) as mark`.execute(db)
  return rows[0]?.mark ?? ''
}
