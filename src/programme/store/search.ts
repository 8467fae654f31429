import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Topic } from '../vocabulary.ts'

type Reading = Pick<Context, 'db' | 'city'>

/**
 * Offers with all the words that were typed, best first, or with words that look like them if there are none; then
 * those only about a topic that was meant.
 */
export const findMeant = async (
  { db, city }: Reading,
  typed: string,
  topics: readonly Topic[],
): Promise<string[]> => {
  const words = typed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const { rows } = await sql<{ found: string[] }>`
    select published.offers_meant(${city.id}, ${words}::text[], ${topics}::text[]) as found`.execute(db)
  return rows[0]?.found ?? []
}
