import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'

export type Said = Partial<Record<string, string>>

/** What is wrong with which field, in the reader's language. */
export const sentencesFor = (problems: FormProblems, { t }: Wording): Said =>
  Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [field, t(`rooms.problem.${knownOr(code)}`)]),
  )

const codes = [
  ...(['missing', 'too-long', 'not-a-date', 'not-a-time', 'not-a-number', 'too-small', 'too-large'] as const),
  ...([
    'not-a-price',
    'ends-before-start',
    'hours-half',
    'not-a-year',
    'not-agreed',
    'phone',
    'email',
    'too-often',
  ] as const),
]
const knownOr = (code: string) => codes.find(known => known === code) ?? 'missing'

/** The faults of a page, each a link to its field, called by its label. */
export const faultsOf = (errors: Said, labels: Said = {}) =>
  Object.entries(errors).flatMap(([field, message]) =>
    message ? [{ field, label: labels[field], message }] : [],
  )
