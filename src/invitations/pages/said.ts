import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'

const codes = ['missing', 'too-long', 'agreed', 'not-a-time', 'not-a-picture'] as const

/** What is wrong with each field, in the reader's language. */
export const sentencesFor = (problems: FormProblems, { t }: Wording): FormProblems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [
      field,
      t(`invitations.problem.${codes.find(known => known === code) ?? 'missing'}`),
    ]),
  )
