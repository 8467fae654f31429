import { diffWordsWithSpace } from 'diff'

export type Piece = { words: string; is: 'same' | 'new' | 'gone' }

/** The words of a text before and after a change, in reading order. */
export const whatChanged = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    words: value,
    is: added ? 'new' : removed ? 'gone' : 'same',
  }))
