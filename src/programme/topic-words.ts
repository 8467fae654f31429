import type { Topic } from './vocabulary.ts'

/** A topic with the words families use for it, folded. */
export type TopicWords = { topic: Topic; words: readonly string[] }

export const topicWords = (topic: Topic, words: readonly string[]): TopicWords => ({
  topic,
  words: [...new Set(words.map(fold))],
})

/**
 * The topics somebody means who typed this: a word of the topic occurs in it, a word typed only in part begins
 * one, or, in a word of five letters and more, a letter is wrong (two from nine letters on).
 */
export const topicsMeant = (typed: string, vocabulary: readonly TopicWords[]): Topic[] => {
  const asked = fold(typed)
  if (asked.length < 3) return []
  const found = vocabulary.filter(({ words }) => words.some(word => means(asked, word)))
  return [...new Set(found.map(({ topic }) => topic))]
}

/**
 * Letters without accents, ä and ae alike, the forms of alef as one, Persian letters as Arabic; all in lower case. 2, 3
 * and 7 inside a word are Arabic sounds that Latin letters lack: la3eb.
 */
export const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=[a-z])[23](?=[a-z])/g, '')
    .replace(/(?<=[a-z])7|7(?=[a-z])/g, 'h')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replace(/([aou])e/g, '$1')
    .replace(/[ٱ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replace(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const means = (asked: string, word: string) =>
  saysSo(asked, word) || (asked.length >= 4 && word.startsWith(asked))

/** Whether folded words say this very word, whole or nearly. */
export const saysSo = (asked: string, word: string) =>
  (asked.includes(word) && ` ${asked} `.includes(` ${word} `)) || isNearly(asked, word)

const isNearly = (asked: string, word: string) => {
  const most = asked.length >= 9 ? 2 : 1
  if (asked.length < 5 || Math.abs(asked.length - word.length) > most) return false
  return mayBeNearly(asked, word, most) && distance(asked, word, most) <= most
}

/**
 * A letter that is wrong changes at most two of the letters that occur. Most of the thousand words of all languages are
 * ruled out by that, before letters are compared one by one.
 */
const mayBeNearly = (one: string, other: string, most: number) => {
  let differing = lettersIn(one) ^ lettersIn(other)
  let count = 0
  for (; differing !== 0; count++) differing &= differing - 1
  return count <= 2 * most
}

/** A bit for each letter that occurs; some letters share one. */
const lettersIn = (word: string) => {
  let letters = 0
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31)
  return letters
}

/** How many letters have to be changed, added, left out or swapped with their neighbour; counts no further than most. */
const distance = (one: string, other: string, most: number): number => {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    if (Math.min(...row, ...next) > most) return most + 1
    before = row
    row = next
  }
  return row[other.length] ?? 0
}
