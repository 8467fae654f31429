import type { WaitingRule } from '../places.ts'

export const priorities = ['first-come', 'siblings', 'first-timers', 'referred'] as const
/** Which waiting families come first; among equals it is who joined first. */
export type Priority = (typeof priorities)[number]

export const givings = ['by-rule', 'by-hand', 'after-approval'] as const
/**
 * Who gives places away: the rule by itself, the lead among those who wait, or the lead alone, who says yes to every
 * family before it has a place.
 */
export type Giving = (typeof givings)[number]

/** What a family said of itself, because the rule of the offer asks for it. */
export type ComesAs = Exclude<Priority, 'first-come'>

/** How an offer gives its places away, as its page tells everybody. */
export type PlaceRules = { waitingRule: WaitingRule; priority: Priority; giving: Giving }

/** The same words, however somebody on the telephone spelled them. */
export const isSameWord = (typed: string, word: string) => plain(typed) === plain(word)

const plain = (word: string) =>
  word
    .normalize('NFKC')
    .toLocaleLowerCase('de')
    .replace(/[\s\p{P}]+/gu, '')
