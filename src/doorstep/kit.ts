import type { CentreRef } from '../identity/index.ts'

/** For which age, in months, the upper bound excluded; null has no limit. */
export type Ages = { from: number | null; until: number | null }

/** What is in a language said of a kit; without a name nothing is. */
export type KitTexts = Record<string, { name: string; contents: string }>

/** What families read of a kit, in their language, in German, or in the one there is. */
export type PublicKit = {
  id: string
  name: string
  contents: string
  language: string
  ages: Ages
  /** How many are left: none, the last three by number, or four for "some". */
  leftOver: number
  isOffered: boolean
}

/** A bag of things to make, read or play with, as its team keeps it. */
export type Kit = CentreRef & {
  id: string
  ages: Ages
  /** In the cupboard, and promised to nobody. */
  stock: number
  isOffered: boolean
  isExample: boolean
  texts: KitTexts
}

/** So many of one kit a household gets at most: one for each child. */
export const mostOfOneKit = 6

/** Ages are typed in years, as the programme says them: 3 to 6 is from the third to the sixth birthday. */
export const agesOfYears = ({ first, last }: { first: number | null; last: number | null }): Ages => ({
  from: first === null ? null : first * 12,
  until: last === null ? null : last * 12,
})

export const yearsOfAges = ({ from, until }: Ages) => ({
  first: from === null ? null : Math.floor(from / 12),
  last: until === null ? null : Math.ceil(until / 12),
})

/** What a kit is called where one reads German, as on the sheet of a round; elsewhere in the language asked for. */
export const nameOf = ({ texts }: Pick<Kit, 'texts'>, language: string) =>
  (texts[language] ?? texts.de ?? Object.values(texts)[0])?.name ?? ''
