import type { Context } from '../identity/index.ts'

/** The same question in the language that was asked for; undefined for one in which the city does not publish. */
export const spokenContext = (context: Context, asked: string | undefined): Context | undefined => {
  const language = context.city.languages.find(each => each === (asked ?? context.language))
  return language && { ...context, language }
}

/** What is wrong with a language in which the city does not publish. */
export const notSpokenHere = ({ city }: Context) => ({
  parameter: 'lang',
  detail: `This city publishes in: ${city.languages.join(', ')}.`,
})
