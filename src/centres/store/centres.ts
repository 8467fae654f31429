import type { Context } from '../../identity/index.ts'
import type { Centre, District } from '../centre.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>

/** All centres of the city; those near the district first, if one is named, or else in order of name. */
export const listCentres = async ({ db, city }: Reading, district?: string): Promise<Centre[]> =>
  db
    .selectFrom('published.centres as c')
    .innerJoin('published.districts as d', join =>
      join.onRef('d.cityId', '=', 'c.cityId').onRef('d.id', '=', 'c.districtId'),
    )
    .leftJoin('published.nearness as n', join =>
      join
        .on('n.cityId', '=', city.id)
        .onRef('n.centreId', '=', 'c.id')
        .on('n.districtCode', '=', district ?? null),
    )
    .select(['c.id', 'c.slug', 'c.name', 'c.street', 'c.postalCode', 'c.town', 'c.phone', 'c.email'])
    .select(['c.latitude', 'c.longitude', 'c.colour', 'c.isStepFree', 'c.isExample'])
    .select(['d.code as districtCode', 'd.name as districtName'])
    .select(select => [select.fn.coalesce('n.isLocal', select.lit(false)).as('isLocal'), 'n.distanceKm'])
    .where('c.cityId', '=', city.id)
    .orderBy('n.placeInOrder')
    .orderBy('c.name')
    .execute()

/** All districts in the order of the city's own numbers. */
export const listDistricts = ({ db, city }: Reading): Promise<District[]> =>
  db
    .selectFrom('published.districts')
    .select(['code', 'name'])
    .where('cityId', '=', city.id)
    .orderBy('code')
    .execute()
