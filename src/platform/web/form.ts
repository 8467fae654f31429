import * as v from 'valibot'

/** What a form said, or which of its fields need mending: a code per field, and the values to show again. */
export type FormResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; problems: FormProblems; values: FormValues }
export type FormProblems = Record<string, string>
export type FormValues = Record<string, string | string[]>

/**
 * Reads a sent form by its schema. The message of each check in the schema is a code, not a sentence.
 * Fields named `name[]` are lists, a dot leads inside (`slots.0.starts`). The first problem of a field counts; it is
 * named like the field, one of a list `name.2`.
 */
export const parseForm = <Schema extends v.GenericSchema>(
  form: FormData,
  schema: Schema,
): FormResult<v.InferOutput<Schema>> => parseValues(valuesOf(form), schema)

/** The same for values that were read before, such as those a draft has kept. */
export const parseValues = <Schema extends v.GenericSchema>(
  values: FormValues,
  schema: Schema,
): FormResult<v.InferOutput<Schema>> => {
  const result = v.safeParse(schema, nested(values))
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
  // Names come from outside: on an ordinary object `constructor` would already be there.
  const values: FormValues = Object.create(null)
  for (const [key, value] of entries) {
    if (typeof value !== 'string') continue
    const text = asTyped(value).trim()
    if (key.endsWith('[]')) addTo(values, key.slice(0, -2), text)
    else values[key] = text
  }
  return values
}

/** The list grows where it is: anybody may send fifty thousand fields, and a copy for each takes a minute. */
const addTo = (values: FormValues, name: string, text: string) => {
  const list = values[name]
  if (Array.isArray(list)) list.push(text)
  else values[name] = [text]
}

/** Without the signs that nobody types; for words that come in a file instead of a field, too. */
export const asTyped = (text: string) => text.replaceAll(signsNobodyTypes, '')

/**
 * Control characters other than tab and new line, and those that turn the direction of what follows: with them a note
 * reads otherwise on the board than it did when somebody checked it. What joins letters in Persian, or stands beside a
 * word in Arabic, stays.
 */
const signsNobodyTypes = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu

/** What was typed into a field of one line, to be shown again. */
export const typedIn = (values: FormValues | undefined, field: string) => {
  const value = values?.[field]
  return typeof value === 'string' ? value : undefined
}

/** A field as it came, also of a form that has faults. */
export const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : undefined
}

type Nested = { [name: string]: string | string[] | Nested | Nested[] }

/** Turns dots in names into things inside things, and numbers after a dot into lists. */
const nested = (values: FormValues): Nested => {
  const root: Nested = Object.create(null)
  for (const [name, value] of Object.entries(values)) {
    const path = name.split('.')
    const last = path.pop() ?? name
    // No form of ours is deeper; whoever sends more is not answered by a deeper recursion.
    if (path.length > 3) continue
    let inside = root
    for (const part of path) {
      if (!isNested(inside[part])) inside[part] = Object.create(null) as Nested
      inside = inside[part] as Nested
    }
    inside[last] = value
  }
  return withLists(root)
}

const withLists = (node: Nested): Nested => {
  const entries = Object.entries(node).map(([name, value]): [string, Nested[string]] => {
    if (!isNested(value)) return [name, value]
    const inside = withLists(value)
    const isList = Object.keys(inside).every(key => /^\d+$/.test(key))
    return [name, isList ? (Object.values(inside) as Nested[]) : inside]
  })
  return Object.fromEntries(entries)
}

const isNested = (value: Nested[string] | undefined): value is Nested =>
  typeof value === 'object' && !Array.isArray(value)
