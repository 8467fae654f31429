import * as v from 'valibot'

/** What a form said, or which of its fields need mending: a code per field, and the values to show again. */
export type FormResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; problems: FormProblems; values: FormValues }
export type FormProblems = Record<string, string>
export type FormValues = Record<string, string | string[]>

/**
 * Reads a sent form by its schema. The message of each check in the schema is a code, not a sentence.
 * Fields named `name[]` are lists. The first problem of a field counts; one of a list is named `name.2`.
 */
export const parseForm = <Schema extends v.GenericSchema>(
  form: FormData,
  schema: Schema,
): FormResult<v.InferOutput<Schema>> => {
  const values = valuesOf(form)
  const result = v.safeParse(schema, values)
  if (result.success) return { ok: true, value: result.output }

  const problems: FormProblems = {}
  for (const issue of result.issues) {
    const field = v.getDotPath(issue) ?? 'form'
    problems[field] ??= issue.message
  }
  return { ok: false, problems, values }
}

/** The fields of a form or the parameters of an address as they came; files are left out. */
export const valuesOf = (entries: FormData | URLSearchParams): FormValues => {
  const values: FormValues = {}
  for (const [key, value] of entries) {
    if (typeof value !== 'string') continue
    const text = value.replaceAll('\u0000', '').trim()
    if (key.endsWith('[]')) {
      const name = key.slice(0, -2)
      values[name] = [...((values[name] as string[] | undefined) ?? []), text]
    } else {
      values[key] = text
    }
  }
  return values
}
