import { createHash } from 'node:crypto'

/** How a translation of an offer stands to the text it was made from. */
export const translationStates = ['missing', 'outdated', 'machine', 'in-work', 'up-to-date'] as const
export type TranslationState = (typeof translationStates)[number]

type Shown = { isByMachine: boolean; sourceVersion: number }

/** `shown` is what families read, `isBegun` says that somebody works on it, `sourceVersion` is that of the source now. */
export const stateOf = (
  { shown, isBegun }: { shown: Shown | undefined; isBegun: boolean },
  sourceVersion: number,
): TranslationState => {
  if (isBegun) return 'in-work'
  if (!shown) return 'missing'
  if (shown.sourceVersion < sourceVersion) return 'outdated'
  return shown.isByMachine ? 'machine' : 'up-to-date'
}

export type Words = { title: string; summary: string; body: string }

/** By which words are known again without carrying them along; empty where there are none. */
export const markOf = (words: Words | undefined) =>
  words
    ? createHash('sha256')
        .update(JSON.stringify([words.title, words.summary, words.body]))
        .digest('base64url')
        .slice(0, 16)
    : ''
