import type { FieldFault } from '../../platform/design/index.ts'
import type { FormProblems } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'

const codes = ['missing', 'too-long', 'amount', 'day', 'url', 'number', 'too-many', 'twice'] as const

/** What is wrong with which field, in words. */
export const faultsOf = ({ t }: Wording, problems: FormProblems): FieldFault[] =>
  Object.entries(problems).map(([field, problem]) => ({
    // What is wrong with all votes together is told at the first of them.
    field: field === 'votes' ? 'votes.0.groupName' : field,
    message: t(`funding.fault.${codes.find(code => code === problem) ?? 'unreadable'}`),
  }))
