import type { Wording } from '../../platform/wording/wording.ts'

const codes = ['required', 'too-long', 'consent', 'not-a-picture'] as const

/** What is wrong with a field of her entry, in the reader's language. */
export const saidOf = (code: string, { t }: Wording) =>
  t(`centres.introduction.problem.${codes.find(known => known === code) ?? 'required'}`)
