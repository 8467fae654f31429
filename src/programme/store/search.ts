import { sql } from 'kysely'
import type { Context } from '../../identity/index.ts'
import type { Topic } from '../vocabulary.ts'

type Reading = Pick<Context, 'db' | 'city'>

/**
 * The offers a search has found, in groups: the best answers first, those in one group answer equally well. Apart from
 * these, what has not all of the words or is only about a topic that was meant.
 */
export type Found = { fitting: Groups; alsoFitting: Groups }
type Groups = readonly (readonly string[])[]

export const offersIn = ({ fitting, alsoFitting }: Found): string[] => [...fitting, ...alsoFitting].flat()

type Meant = { typed: string; german: readonly string[]; topics: readonly Topic[] }

/**
 * Offers with all the words that were typed or one of the German names, or with words that look like them if there
 * are none: in the title, then anywhere. Also fitting are those only about a topic that was meant; where there are no
 * others, they are the answer. Where there is nothing of all this, those with one of the words fit in part.
 */
export const findMeant = async ({ db, city }: Reading, { typed, german, topics }: Meant): Promise<Found> => {
  const words = typed.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  // Sent as text, which is read much faster than an array of as many keys.
  const { rows } = await sql<Answer>`
    select array_to_string(in_title, ' ') as in_title, array_to_string(in_text, ' ') as in_text,
      array_to_string(about, ' ') as about, is_in_part
    from published.offers_meant(
      ${city.id}, ${words}::text[], ${german}::text[], ${topics}::text[])`.execute(db)
  const [answer] = rows
  if (!answer) return { fitting: [], alsoFitting: [] }
  const withWords = [keysIn(answer.inTitle), keysIn(answer.inText)]
  const about = keysIn(answer.about)
  if (answer.isInPart) return { fitting: [], alsoFitting: withWords }
  const hasWords = withWords.some(keys => keys.length > 0)
  return hasWords ? { fitting: withWords, alsoFitting: [about] } : { fitting: [about], alsoFitting: [] }
}

type Answer = { inTitle: string; inText: string; about: string; isInPart: boolean }

const keysIn = (sent: string) => (sent === '' ? [] : sent.split(' '))
