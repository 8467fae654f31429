import * as v from 'valibot'
import { parseForm } from '../../platform/web/form.ts'
import { chosen, neededCount, text, yes } from '../../platform/web/form-fields.ts'
import { type ComesAs, givings, isSameWord, type PlaceRules, priorities } from './place-rules.ts'

/** How the places of an offer are given away; a word is needed only where partners send families. */
export const rulesForm = v.pipe(
  v.object({
    priority: chosen(priorities),
    giving: chosen(givings),
    waitingRule: chosen(['first-that-fits', 'strict-order']),
    offerHours: neededCount(1, 336),
    referralWord: text(40),
  }),
  v.forward(
    v.check(({ priority, referralWord }) => priority !== 'referred' || referralWord.length >= 3, 'too-short'),
    ['referralWord'],
  ),
  v.transform(({ referralWord, ...rules }) => ({
    ...rules,
    referralWord: rules.priority === 'referred' ? referralWord : null,
  })),
)

/** Why a lead lets a family pass others. */
export const becauseForm = v.object({ because: text(200) })

const comesAsForm = v.object({ comesFirst: yes, word: text(40) })

type Asked = Pick<PlaceRules, 'priority'> & { referralWord: string | null }
type Reading = { ok: true; comesAs: ComesAs | null } | { ok: false; problems: { word: string } }

/**
 * What a family says of itself, as far as the rule of the offer asks for it. Nobody proves anything; only the word of a
 * partner must be the right one. Staff tick what they know.
 */
export const readComesAs = (form: FormData, { priority, referralWord }: Asked): Reading => {
  const parsed = parseForm(form, comesAsForm)
  if (!parsed.ok) return { ok: false, problems: { word: 'word' } }
  const { comesFirst, word } = parsed.value
  if (priority === 'first-come') return { ok: true, comesAs: null }
  if (priority !== 'referred' || word === '') return { ok: true, comesAs: comesFirst ? priority : null }
  return isSameWord(word, referralWord ?? '')
    ? { ok: true, comesAs: priority }
    : { ok: false, problems: { word: 'word' } }
}
