import { sql } from 'kysely'
import type { Context } from '../identity/index.ts'
import type { ByteRange } from '../platform/web/byte-range.ts'

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

/** A part of the film, read without the rest of it; undefined once another film stands there. */
export const findPartOfFilm = async ({ db, city }: Reading, mark: string, { first, last }: ByteRange) => {
  const { rows } = await sql<{ part: Buffer }>`
    select substring(bytes from ${first + 1}::int for ${last - first + 1}::int) as part
    from published.sign_language_films where city_id = ${city.id} and mark = ${mark}`.execute(db)
  return rows[0] && new Uint8Array(rows[0].part)
}

export const findCaptions = async ({ db, city }: Reading) => {
  const found = await db
    .selectFrom('published.signLanguageFilms')
    .select(['mark', 'captions'])
    .where('cityId', '=', city.id)
    .executeTakeFirst()
  return found?.mark && found.captions ? { mark: found.mark, captions: found.captions } : undefined
}
