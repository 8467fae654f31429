import type { CentreRef } from '../identity/index.ts'

/** What a thing is called, what is said of it and what holds for whoever borrows it, in one language. */
export type ThingText = { name: string; about: string; rules: string }

/** What the lead says of a thing. Money is in cents. */
export type ThingFacts = {
  /** By language; German is always there. */
  texts: Record<string, ThingText>
  pieces: number
  depositCents: number
  mostDays: number
  /** Everybody sees it and may ask for it. */
  isOffered: boolean
}

export type Thing = CentreRef &
  ThingFacts & { id: string; slug: string; piecesOut: number; isExample: boolean }

/** What a thing is called where only its name is shown, in the reader's language or the one there is. */
export const nameOf = ({ texts }: Pick<Thing, 'texts'>, language: string) =>
  (texts[language] ?? texts.de ?? Object.values(texts)[0])?.name ?? ''
