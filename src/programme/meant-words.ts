import { fieldWords } from './field-words.ts'
import { inLatinLetters } from './latin-letters.ts'
import { fold, saysSo } from './topic-words.ts'
import type { Topic } from './vocabulary.ts'

/** What somebody looks for who typed this in any of our languages: its names in German titles, and its topics. */
export const wordsMeant = (typed: string): { german: string[]; topics: Topic[] } => {
  const asked = fold(typed)
  const meant =
    asked.length < 3 ? [] : dictionary().filter(({ words }) => words.some(word => saysSo(asked, word)))
  return {
    german: meant.map(({ german }) => german),
    topics: [...new Set(meant.flatMap(({ topics }) => topics))],
  }
}

let known: { german: string; topics: readonly Topic[]; words: readonly string[] }[] | undefined

const dictionary = () => {
  known ??= fieldWords.map(({ german, topics, words, latin }) => ({
    ...{ german, topics },
    words: [
      ...new Set(
        [...Object.values(words).flat(), ...latin].flatMap(word => [word, ...inLatinLetters(word)]).map(fold),
      ),
    ],
  }))
  return known
}
