import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Ages } from '../kit.ts'

/** What is wrong with which field, in the reader's language. */
export type Said = Partial<Record<string, string>>

/** How an age is said; the words are those of the programme. */
export type SayAges = (ages: Ages, wording: Wording) => string

export const sentencesFor = (problems: FormProblems, { t }: Wording): Said =>
  Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [
      // What is wrong with one kit stands at the kits.
      /^kits\./.test(field) ? 'kits' : field,
      t(`doorstep.problem.${codes.find(known => known === code) ?? 'required'}`),
    ]),
  )

const codes = [
  ...([
    'required',
    'too-long',
    'number',
    'day',
    'kits',
    'called',
    'street',
    'house-number',
    'contact',
  ] as const),
  ...(['stale', 'too-often', 'ages', 'past', 'open-before', 'too-few', 'gone', 'no-round'] as const),
]

/** The faults of a page, each a link to its field. */
export const faultsOf = (errors: Said) =>
  Object.entries(errors).flatMap(([field, message]) => (message ? [{ field, message }] : []))
