import type { Context } from '../identity/index.ts'
import { languages, wordingFor } from '../platform/wording/wording.ts'
import { wordsMeant } from './meant-words.ts'
import { type Found, findMeant } from './store/search.ts'
import { type TopicWords, topicsMeant, topicWords } from './topic-words.ts'
import { topics } from './vocabulary.ts'

/**
 * The offers somebody means who typed this, best first: those with its words or with the German name of what it
 * means, or if there are none, those whose words look like it; then, as fitting in part, those about a topic it
 * names or with one of its words. Words and topics count in any language.
 */
export const search = (context: Pick<Context, 'db' | 'city'>, typed: string): Promise<Found> => {
  const { german, topics } = wordsMeant(typed)
  const about = new Set([...topics, ...topicsMeant(typed, vocabulary())])
  return findMeant(context, { typed, german, topics: [...about] })
}

let known: TopicWords[] | undefined

/** The names of all topics and the words families use for them, in every language of the product. */
const vocabulary = (): TopicWords[] => {
  known ??= languages.flatMap(language => {
    const { t } = wordingFor(language, 'UTC')
    return topics.map(topic =>
      topicWords(topic, [
        t(`programme.topic.${topic}.name`),
        ...t(`programme.topic.${topic}.words`).split(/,\s*/),
      ]),
    )
  })
  return known
}
