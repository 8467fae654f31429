import { type Term, wholeWord } from './glossary/term.ts'

/** A text in which words stand as signs no engine translates, and the way back. */
export type Sealed = { text: string; open: (translated: string) => string | undefined }

/**
 * Takes words out of a text before an engine reads it: a translated street or centre is found by nobody, and what the
 * city calls its own way comes back in its own words. A name is said as it is. Undefined on the way back if a sign was
 * lost; then nothing is better than a wrong name.
 */
export const sealWords = (text: string, words: readonly Term[]): Sealed => {
  const kept: string[] = []
  const byLength = words
    .filter(({ german }) => german.trim() !== '')
    .toSorted((one, other) => other.german.length - one.german.length)
  const sealed = byLength.reduce(
    (rest, { german, said }) =>
      rest.replaceAll(wholeWord(german, german === said ? 'gu' : 'giu'), () => sign(kept.push(said) - 1)),
    text,
  )
  return {
    text: sealed,
    open: translated => {
      const lost = kept.some((_, index) => !translated.includes(sign(index)))
      return lost
        ? undefined
        : kept.reduce((rest, name, index) => rest.replaceAll(sign(index), name), translated)
    },
  }
}

const sign = (index: number) => `[[${index}]]`
