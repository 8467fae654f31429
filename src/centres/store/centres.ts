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

/** All districts in the order of their names, as somebody looks for her own. */
export const listDistricts = async ({ db, city }: Reading): Promise<District[]> => {
  const districts = await db
    .selectFrom('published.districts')
    .select(['code', 'name'])
    .where('cityId', '=', city.id)
    .execute()
  return districts.sort((one, other) => alphabet.compare(one.name, other.name))
}

// The names are German in every language of the page; ä stands beside a.
const alphabet = new Intl.Collator('de')

/** The names of the centres that are there for a district or one of its quarters, by the district's code. */
export const findCentresOfDistricts = async ({ db, city }: Reading): Promise<Map<string, string[]>> => {
  const rows = await db
    .selectFrom('published.nearness as n')
    .innerJoin('published.centres as c', join =>
      join.onRef('c.cityId', '=', 'n.cityId').onRef('c.id', '=', 'n.centreId'),
    )
    .select(['n.districtCode', 'c.name'])
    .where('n.cityId', '=', city.id)
    .where('n.isLocal', '=', true)
    .orderBy('c.name')
    .execute()
  const centres = new Map<string, string[]>()
  for (const { districtCode, name } of rows)
    if (districtCode && name) centres.set(districtCode, [...(centres.get(districtCode) ?? []), name])
  return centres
}
