import type { FieldFault } from '../../platform/design/index.ts'
import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { longestSupportDays } from '../forms.ts'

const codes = [
  'missing',
  'unreadable',
  'too-long',
  'already',
  'other-side',
  'unknown-account',
  'works-for-city',
  'days',
] as const

/** What is wrong with which field, in words. */
export const faultsOf = ({ t }: Wording, problems: FormProblems): FieldFault[] =>
  Object.entries(problems).map(([path, problem]) => {
    const code = codes.find(known => known === problem) ?? 'unreadable'
    return {
      field: path.split('.')[0] ?? path,
      message: t(`identity.fault.${code}`, { days: longestSupportDays }),
    }
  })
