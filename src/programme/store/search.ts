import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Topic } from '../vocabulary.ts'

type Reading = Pick<Context, 'db' | 'city'>

export type Match = { offerId: string; hasWords: boolean }

/** Offers with all the words that were typed, best first; then those only about a topic that was meant. */
export const findByWords = async (
  { db, city }: Reading,
  typed: string,
  topics: readonly Topic[],
): Promise<Match[]> => {
  const words = wordsOf(typed)
  const last = words.at(-1) ?? ''
  const allButLast = words.slice(0, -1).join(' ')
  // From three letters on, the last word may be one that is still being typed.
  const beginning = last.length >= 3 ? last : ''
  const { rows } = await sql<Match>`
    select offer_id, has_words
    from published.offers_with_words(${city.id}, ${typed}, ${allButLast}, ${beginning}, ${topics}::text[])`.execute(
    db,
  )
  return rows
}

/** Offers with words that look like those that were typed, the best first. */
export const findByLikeness = async ({ db, city }: Reading, typed: string): Promise<string[]> => {
  const words = wordsOf(typed).filter(({ length }) => length >= 4)
  if (words.length === 0) return []
  const { rows } = await sql<{ offerId: string }>`
    select offer_id from published.offers_like(${city.id}, ${words}::text[])`.execute(db)
  return rows.map(({ offerId }) => offerId)
}

const wordsOf = (typed: string): string[] => typed.match(/[\p{L}\p{N}]+/gu) ?? []
