import type { Database } from '../../platform/database/connect.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import type { City } from '../context.ts'

/** The city of a host name; where there is only one city, it answers to every name. */
export const findCity = async (db: Database, host: string): Promise<City | undefined> => {
  const cities = await listCities(db)
  if (cities.length === 1) return cities[0]
  const found = await db
    .selectFrom('published.cityHosts')
    .select('cityId')
    .where('host', '=', host.toLowerCase())
    .executeTakeFirst()
  return cities.find(({ id }) => id === found?.cityId)
}

export const listCities = async (db: Database): Promise<City[]> => {
  const [cities, texts] = await Promise.all([
    db.selectFrom('published.cities').selectAll().orderBy('slug').execute(),
    db.selectFrom('published.cityTexts').select(['cityId', 'language', 'name', 'place']).execute(),
  ])
  return cities.map(({ id, slug, timeZone, country, state, languages }) => ({
    ...{ id, slug, timeZone, country, state, languages: languages.filter(isLanguage) },
    names: Object.fromEntries(
      texts
        .filter(({ cityId }) => cityId === id)
        .map(({ language, name, place }) => [language, { name, place }]),
    ),
  }))
}
