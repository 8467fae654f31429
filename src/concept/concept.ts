/** One version of the framework concept; `slug` stands in its address. */
export type Version = {
  slug: string
  name: string
  validFrom: Temporal.PlainDate
  /** The first day on which it was not valid any more, if another one followed. */
  endedOn: Temporal.PlainDate | null
}

/** A version with all it says, in the words of one language as far as they are written. */
export type Concept = Version & {
  source: string
  isExample: boolean
  articles: Article[]
}

/** An article is known by its key through all versions; `language` is the one its words are really in. */
export type Article = { key: string; title: string; body: string; language: string }

/** Whether a version is what counts today. */
export const stateOn = (
  today: Temporal.PlainDate,
  { validFrom, endedOn }: Pick<Version, 'validFrom' | 'endedOn'>,
) => {
  if (Temporal.PlainDate.compare(today, validFrom) < 0) return 'to-come'
  return endedOn && Temporal.PlainDate.compare(today, endedOn) >= 0 ? 'over' : 'valid'
}

/** How many published offers of a centre point to an article. */
export type Use = { articleKey: string; centreId: string; offers: number }

/** How far an article lives: its offers, and the centres they belong to. */
export const lifeOf = (uses: readonly Use[], articleKey: string) => {
  const own = uses.filter(use => use.articleKey === articleKey)
  return { offers: own.reduce((sum, { offers }) => sum + offers, 0), centres: own.length }
}

/** The words in the language that is read, else in the first of the city's languages that has them. */
export const wordsIn = <Text extends { language: string }>(
  language: string,
  languages: readonly string[],
  texts: readonly Text[],
): Text | undefined =>
  [language, ...languages].flatMap(wanted => texts.filter(text => text.language === wanted))[0]

/** Paragraphs as they stand in the file, with an empty line between them. */
export const paragraphsOf = (body: string) => body.split(/\n{2,}/)
