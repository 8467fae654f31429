import type { Context } from '../identity/index.ts'
import { type Language, wordingFor } from '../platform/wording/wording.ts'
import { passAllOn, readTheseCalls } from './calls.ts'
import { type Letter, letterFor } from './letter.ts'

/** What a family that nothing else reaches is told on paper, and whom staff hand it to. */
export type LetterToPrint = {
  called: string | null
  language: Language
  isNeutral: boolean
  centreName: string
  letter: Letter
}

/** Those of the list of calls that were chosen, each in the family's own language; what came back says no more. */
export const readLetters = async (
  context: Context,
  ids: readonly string[],
  site: string,
): Promise<LetterToPrint[]> => {
  const { timeZone } = context.city
  const calls = await readTheseCalls(context, ids)
  return calls.flatMap(({ news, called, language, isNeutral, centreName }) => {
    if (!news) return []
    const letter = letterFor(news, { wording: wordingFor(language, timeZone), site, isNeutral })
    return [{ called: called ?? news.facts.called ?? null, language, isNeutral, centreName, letter }]
  })
}

/** The letters are with the families: nobody has to call them any more. */
export const handOver = async (
  context: Context,
  ids: readonly string[],
): Promise<{ outcome: 'handed-over' | 'off-the-list' }> => ({
  outcome: (await passAllOn(context, ids)) > 0 ? 'handed-over' : 'off-the-list',
})
