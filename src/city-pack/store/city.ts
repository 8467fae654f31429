import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/database/connect.ts'
import type { CityFile } from '../read-city.ts'
import { insertRows } from './bulk.ts'

export const findCityId = async (db: Database, slug: string) =>
  (await db.selectFrom('cities').select('id').where('slug', '=', slug).executeTakeFirst())?.id

/** Two imports of one city wait for each other, also when the city does not exist yet. */
export const lockCity = (tx: Tx, slug: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${slug}, 0))`.execute(tx)

/** Those of the host names that already lead to another city. */
export const findTakenHosts = async (tx: Tx, cityId: string, hosts: string[]) => {
  const rows = await tx
    .selectFrom('cityHosts')
    .select('host')
    .where('host', 'in', hosts)
    .where('cityId', '<>', cityId)
    .execute()
  return rows.map(row => row.host)
}

export const writeCity = async (tx: Tx, cityId: string, city: CityFile) => {
  const {
    id: slug,
    timeZone,
    country,
    state,
    languages,
    colour,
    office,
    openData,
    attributions,
    leaveTo,
  } = city
  const row = {
    ...{ id: cityId, slug, timeZone, country, state, languages, colour: colour.toLowerCase() },
    ...{ office: JSON.stringify(office), attributions: JSON.stringify(attributions) },
    openData: JSON.stringify(openData),
    leaveTo,
  }
  await tx
    .insertInto('cities')
    .values(row)
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute()
  await tx.deleteFrom('cityHosts').where('cityId', '=', cityId).execute()
  await insertRows(
    tx,
    'cityHosts',
    city.hosts.map(host => ({ cityId, host })),
  )
  await tx.deleteFrom('cityTexts').where('cityId', '=', cityId).execute()
  await insertRows(
    tx,
    'cityTexts',
    languages.map(language => ({
      ...{ cityId, language, name: city.name[language] ?? '', place: city.place[language] ?? '' },
      imprint: city.imprint[language] ?? '',
    })),
  )
}
