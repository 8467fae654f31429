import { sql } from 'kysely'
import type { Context } from '../identity/index.ts'
import type { ByteRange } from './byte-range.ts'

type Reading = Pick<Context, 'db' | 'city'>

/** What a page must know of the film; undefined where the city has none. */
export const findFilm = async ({ db, city }: Reading) => {
  const found = await db
    .selectFrom('published.signLanguageFilms')
    .select(['mark', 'size'])
    .where('cityId', '=', city.id)
    .executeTakeFirst()
  return found?.mark && found.size ? { mark: found.mark, size: found.size } : undefined
}

/** A part of the film, read without the rest of it. */
export const findPartOfFilm = async ({ db, city }: Reading, { first, last }: ByteRange) => {
  const { rows } = await sql<{ part: Buffer }>`
    select substring(bytes from ${first + 1}::int for ${last - first + 1}::int) as part
    from published.sign_language_films where city_id = ${city.id}`.execute(db)
  return rows[0]?.part
}

export const findCaptions = async ({ db, city }: Reading) =>
  (
    await db
      .selectFrom('published.signLanguageFilms')
      .select('captions')
      .where('cityId', '=', city.id)
      .executeTakeFirst()
  )?.captions
