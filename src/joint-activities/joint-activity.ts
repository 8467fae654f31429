/** What families do together: how many it takes, where they meet, what they bring. */
export type JointActivity = {
  /** Families with a place; null takes place with whoever comes. */
  minimum: number | null
  meetingPoint: { words: string; language: string } | null
  things: readonly Thing[]
}

/** `needed` families may bring it to each date. */
export type Thing = { id: string; name: string; language: string; needed: number }

export const standings = ['open', 'nearly', 'enough', 'anyway', 'too-few'] as const
/** How a date stands, in a word that names neither a number nor anybody. */
export type Standing = (typeof standings)[number]

/** When the minimum of a date is decided on, and how it stands. */
export type JointDate = { decidedAt: Temporal.Instant; standing: Standing }

/** How it stands before it is decided; the database says the same in `joint_standing`. */
export const standingOf = (families: number, minimum: number): 'open' | 'nearly' | 'enough' => {
  if (families >= minimum) return 'enough'
  return families >= minimum - 2 ? 'nearly' : 'open'
}

/** What follows on the day of decision. */
export const outcomeOf = (families: number, minimum: number): 'enough' | 'too-few' =>
  families >= minimum ? 'enough' : 'too-few'

/** The lowest number of a thing that nobody holds; undefined when all that is needed is promised. */
export const freeNumber = (needed: number, held: readonly number[]) =>
  Array.from({ length: needed }, (_, index) => index + 1).find(number => !held.includes(number))
