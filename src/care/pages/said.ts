import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** What was sent with faults, by which form of the page. */
export type Typed = { form: 'care' | 'certificate'; values: FormValues; problems: FormProblems }

const fields = ['permit', 'decidedOn', 'children', 'carers', 'name', 'issuedOn', 'seenOn'] as const
const codes = ['missing', 'too-long', 'not-a-number', 'too-small', 'too-large', 'not-a-date'] as const
const own = ['seen-before-issued', 'too-old', 'in-future'] as const

/** What is wrong with a field of either form. */
export const sentenceFor = (code: string | undefined, { t }: Wording) => {
  if (code === undefined) return undefined
  const ofCare = own.find(known => known === code)
  if (ofCare) return t(`care.fault.${ofCare}`)
  return t(`programme.staff.fault.${codes.find(known => known === code) ?? 'unreadable'}`)
}

/** Each fault with its field, for the top of the page. */
export const faultsOf = (problems: FormProblems, wording: Wording) =>
  Object.entries(problems).flatMap(([problem, code]) => {
    const field = fields.find(known => known === problem)
    if (!field) return []
    return [{ field, message: `${wording.t(`care.field.${field}`)}: ${sentenceFor(code, wording)}` }]
  })
