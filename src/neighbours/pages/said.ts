import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import type { Wording } from '../../platform/wording/wording.ts'

/** What is wrong with which field, said in the reader's language. */
export type Said = Readonly<Record<string, string>>
export type Typed = Partial<Record<(typeof fields)[number], string>>

export const sentencesFor = (problems: FormProblems, { t }: Wording): Said =>
  Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentenceFor(field, code, t)]))

/** What is missing is asked for by its name, so that two gaps do not read alike. */
const sentenceFor = (field: string, code: string, t: Wording['t']) => {
  const missing = code === 'required' && oneOf(['kind', 'title', 'words'], field)
  return missing ? t(`neighbours.missing.${missing}`) : t(`neighbours.problem.${knownOr(code)}`)
}

const codes = [
  ...(['required', 'too-long', 'phone', 'email', 'too-often', 'stale'] as const),
  ...(['tells-phone', 'tells-email', 'tells-link', 'tells-street', 'tells-name'] as const),
]
const knownOr = (code: string) => codes.find(known => known === code) ?? 'required'

/** What may not hang in public, as problems of its fields. */
export const problemsOf = (tells: Partial<Record<'title' | 'words', string>>): FormProblems =>
  Object.fromEntries(Object.entries(tells).map(([field, what]) => [field, `tells-${what}`]))

const fields = ['kind', 'language', 'title', 'words', 'reachBy', 'phone', 'email', 'centre'] as const

/** What was typed, to be shown again. */
export const typedIn = (values: FormValues): Typed => {
  const typed: Typed = {}
  for (const field of fields) {
    const value = values[field]
    if (typeof value === 'string') typed[field] = value
  }
  return typed
}

export const faultsOf = (errors: Said) =>
  Object.entries(errors).map(([field, message]) => ({ field, message }))
