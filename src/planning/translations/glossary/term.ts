/** A German word of the field with what it is called in another language. */
export type Term = { german: string; said: string }

/** The terms that stand in some texts as whole words, however they are written, longest first. */
export const termsIn = <Kind extends Term>(texts: readonly string[], terms: readonly Kind[]): Kind[] => {
  const text = texts.join('\n')
  return terms
    .filter(({ german }) => wholeWord(german, 'iu').test(text))
    .toSorted((one, other) => other.german.length - one.german.length)
}

/** Finds words that are not a part of longer ones. */
export const wholeWord = (words: string, flags: 'iu' | 'giu' | 'gu') =>
  new RegExp(`(?<!\\p{L})${RegExp.escape(words)}(?!\\p{L})`, flags)
