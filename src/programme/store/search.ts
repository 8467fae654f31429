import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Topic } from '../vocabulary.ts'

type Reading = Pick<Context, 'db' | 'city'>

/** A list nobody reads to its end need not be sorted to its end. */
const mostMatches = 200
const mostAlike = 60

export type Match = { offerId: string; hasWords: boolean }

/** Offers with all the words that were typed, best first; then those only about a topic that was meant. */
export const findByWords = async (
  { db, city }: Reading,
  typed: string,
  topics: readonly Topic[],
): Promise<Match[]> => {
  const { rows } = await sql<Match>`
    with found as (
      select s.offer_id, s.words, asked from ${askedFor(typed, topics)} asked, published.offer_search s
      where s.city_id = ${city.id} and s.words @@ asked limit ${mostMatches}
    )
    select offer_id, bool_or(words @@ ${askedFor(typed, [])}) as has_words from found
    group by offer_id order by has_words desc, max(ts_rank(words, asked)) desc, offer_id`.execute(db)
  return rows
}

/** Offers whose title has a word that looks like what was typed; the most alike first. */
export const findByLikeness = async ({ db, city }: Reading, typed: string): Promise<string[]> => {
  const { rows } = await sql<{ offerId: string }>`
    with alike as (
      select offer_id, folded_title from published.offer_search
      where city_id = ${city.id} and fold(${typed}) <% folded_title limit ${mostAlike}
    )
    select offer_id from alike
    group by offer_id order by min(fold(${typed}) <<-> folded_title), offer_id`.execute(db)
  return rows.map(({ offerId }) => offerId)
}

const askedFor = (typed: string, topics: readonly Topic[]) => {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? []
  const last = words.at(-1) ?? ''
  const beginning = last.length >= 3 ? last : ''
  return sql`published.asked_for(${typed}, ${words.slice(0, -1).join(' ')}, ${beginning}, ${topics}::text[])`
}
