import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Spoken } from '../entry.ts'

type Reading = Pick<Context, 'db' | 'city' | 'language'>
type Place = { centreId: string; place: string }

/** How one gets to a room at a partner's, in the reader's language or in one in which it is written. */
export const findWayToPartner = async (
  { db, city, language }: Reading,
  { centreId, place }: Place,
): Promise<Spoken | null> => {
  const found = await db
    .selectFrom('published.waysToPartners')
    .select(['directions as text', 'language'])
    .where('cityId', '=', city.id)
    .where('centreId', '=', centreId)
    .where('place', '=', place.toLowerCase())
    .orderBy(sql`language = ${language} desc, language = 'de' desc, language`)
    .limit(1)
    .executeTakeFirst()
  return found?.text && found.language ? { text: found.text, language: found.language } : null
}
