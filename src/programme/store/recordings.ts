import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { ByteRange } from '../../platform/web/byte-range.ts'

type Reading = Pick<Context, 'db' | 'city'>

/** What a player must know of a recording that families may hear, by the name in its address. */
export const findRecording = async ({ db, city }: Reading, mark: string) => {
  const found = await db
    .selectFrom('published.offerRecordings')
    .select(['type', 'size'])
    .where('cityId', '=', city.id)
    .where('mark', '=', mark)
    .executeTakeFirst()
  return found?.type && found.size ? { type: found.type, size: found.size } : undefined
}

/** A part of it, read without the rest; undefined once it is taken down. */
export const findPartOfRecording = async (
  { db, city }: Reading,
  mark: string,
  { first, last }: ByteRange,
) => {
  const { rows } = await sql<{ part: Buffer }>`
    select substring(bytes from ${first + 1}::int for ${last - first + 1}::int) as part
    from published.offer_recordings where city_id = ${city.id} and mark = ${mark} limit 1`.execute(db)
  return rows[0] && new Uint8Array(rows[0].part)
}
