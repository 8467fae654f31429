import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Topic } from '../vocabulary.ts'

type Reading = Pick<Context, 'db' | 'city'>

/** Offers with how well each answers what was typed: 1 is best, and those alike have the same rank. */
export type Found = { offers: readonly string[]; ranks: readonly number[] }

type Meant = { typed: string; german: readonly string[]; topics: readonly Topic[] }

/**
 * Offers with all the words that were typed or one of the German names, or with words that look like them if there
 * are none; then those only about a topic that was meant.
 */
export const findMeant = async ({ db, city }: Reading, { typed, german, topics }: Meant): Promise<Found> => {
  const words = typed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const { rows } = await sql<Found>`
    select offers, ranks from published.offers_found(
      ${city.id}, ${words}::text[], ${german}::text[], ${topics}::text[])`.execute(db)
  return rows[0] ?? { offers: [], ranks: [] }
}
