import type { FormProblems } from '../../platform/web/form.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** What is wrong with which field, in the reader's language. */
export type Said = Partial<Record<string, string>>

export const sentencesFor = (problems: FormProblems, { t }: Wording): Said =>
  Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [
      field,
      t(`fees.problem.${oneOf(codes, code) ?? 'amount'}`),
    ]),
  )

const codes = [
  ...(['amount', 'stale', 'too-long', 'level', 'offer', 'move', 'not-in-the-box'] as const),
  ...(['more-than-was-paid', 'meanwhile', 'not-less'] as const),
]

/** The faults of a page, each a link to its field; `ids` names those whose id is not their name. */
export const faultsOf = (errors: Said, ids: Partial<Record<string, string>> = {}) =>
  Object.entries(errors).flatMap(([field, message]) =>
    message ? [{ field: ids[field] ?? field, message }] : [],
  )
