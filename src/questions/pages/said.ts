import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { AskValues, Said } from './question-fields.tsx'
import type { AnswerValues } from './question-page.tsx'

/** What is wrong with which field, in the reader's language. */
export const sentencesFor = (problems: FormProblems, { t }: Wording): Said =>
  Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentenceFor(field, code, t)]))

const sentenceFor = (field: string, code: string, t: Wording['t']) =>
  field === 'body' && code === 'required'
    ? t('questions.missing.body')
    : t(`questions.problem.${knownOr(code)}`)

const codes = ['required', 'too-long', 'phone', 'email', 'too-often', 'stale'] as const
const knownOr = (code: string) => codes.find(known => known === code) ?? 'required'

/** What was typed, to be shown again. */
export const typedIn = (values: FormValues): AskValues & { channel?: string; centre?: string } =>
  picked(values, ['body', 'reachBy', 'phone', 'email', 'reachable', 'channel', 'centre'])

export const typedAnswer = (values: FormValues): AnswerValues =>
  picked(values, ['answer', 'topic', 'language', 'referredTo'])

const picked = <Field extends string>(values: FormValues, fields: readonly Field[]) => {
  const typed: Partial<Record<Field, string>> = {}
  for (const field of fields) {
    const value = values[field]
    if (typeof value === 'string') typed[field] = value
  }
  return typed
}
