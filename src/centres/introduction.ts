/** What a lead or her deputy lets families know of her. */
export type Introduction = {
  name: string
  standsAs: 'lead' | 'deputy'
  /** Codes of the languages she speaks. */
  languages: string[]
  /** When one finds her, by language of the page. */
  whenThere: Record<string, string>
}

/** Languages that people who lead a centre may speak, the most frequent among families first. */
export const introducedLanguages = [
  ...['de', 'en', 'ar', 'tr', 'uk', 'ru', 'pl', 'ro', 'bg', 'fa', 'ti', 'fr', 'es', 'it', 'ku', 'sq'],
] as const

/** What has just been done with her entry. */
export const introductionNews = [
  'shown',
  'taken-down',
  'picture-shown',
  'picture-taken-down',
  'closed-changed',
  'directions-changed',
] as const
export type IntroductionNews = (typeof introductionNews)[number]

/** Whom families meet at a centre and where to go when it is closed, in the reader's language or the one there is. */
export type WhoIsHere = {
  people: {
    name: string
    standsAs: 'lead' | 'deputy'
    languages: string[]
    whenThere: Written | null
    /** Names her picture, if she wants one. */
    portrait: string | null
  }[]
  whenClosed: Written | null
}

export type Written = { text: string; language: string }
