import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Topic } from '../vocabulary.ts'

type Reading = Pick<Context, 'db' | 'city'>

/** The offers a search has found, in groups: the best answers first, those in one group answer equally well. */
export type Found = readonly (readonly string[])[]

type Meant = { typed: string; german: readonly string[]; topics: readonly Topic[] }

/**
 * Offers with all the words that were typed or one of the German names, or with words that look like them if there
 * are none: in the title, then anywhere; then those only about a topic that was meant.
 */
export const findMeant = async ({ db, city }: Reading, { typed, german, topics }: Meant): Promise<Found> => {
  const words = typed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // Sent as text, which is read much faster than an array of as many keys.
  const { rows } = await sql<Record<'inTitle' | 'inText' | 'about', string>>`
    select array_to_string(in_title, ' ') as in_title, array_to_string(in_text, ' ') as in_text,
      array_to_string(about, ' ') as about
    from published.offers_meant(
      ${city.id}, ${words}::text[], ${german}::text[], ${topics}::text[])`.execute(db)
  return rows.flatMap(({ inTitle, inText, about }) =>
    [inTitle, inText, about].map(keys => (keys === '' ? [] : keys.split(' '))),
  )
}
