import * as v from 'valibot'
import { type FormProblems, parseForm } from '../platform/web/form.ts'
import { renderingKey } from '../platform/web/form-fields.ts'
import { type Reach, reachForm } from '../reach/index.ts'
import { kinds, type NoteKind, noteLanguages } from './note.ts'

export type Problems = FormProblems

export type WrittenNote = { kind: NoteKind; language: string; title: string; words: string }
type Reading<Value> = { ok: true; value: Value } | { ok: false; problems: Problems }

/** Reads a note and how its sender is reached, and names everything that needs mending at once. */
export const readNote = (form: FormData): Reading<WrittenNote & { renderingKey: string; reach: Reach }> => {
  const [note, once, reach] = [
    parseForm(form, noteForm),
    parseForm(form, onceForm),
    parseForm(form, reachForm),
  ]
  if (note.ok && once.ok && reach.ok)
    return { ok: true, value: { ...note.value, ...once.value, reach: reach.value } }
  return { ok: false, problems: together([note, once, reach]) }
}

/** Reads that somebody is interested, and how the centre reaches her. */
export const readInterest = (
  form: FormData,
): Reading<{ words: string; renderingKey: string; reach: Reach }> => {
  const [interest, once, reach] = [
    parseForm(form, interestForm),
    parseForm(form, onceForm),
    parseForm(form, reachForm),
  ]
  if (interest.ok && once.ok && reach.ok)
    return { ok: true, value: { ...interest.value, ...once.value, reach: reach.value } }
  return { ok: false, problems: together([interest, once, reach]) }
}

const together = (parts: ({ ok: true } | { ok: false; problems: Problems })[]): Problems =>
  Object.assign({}, ...parts.map(part => (part.ok ? {} : part.problems)))

const line = (most: number, tooLong: string) => v.pipe(v.optional(v.string(), ''), v.maxLength(most, tooLong))
const needed = (most: number) =>
  v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(most, 'too-long'))

export const noteForm = v.object({
  kind: v.picklist(kinds, 'required'),
  language: v.picklist(noteLanguages, 'required'),
  title: needed(80),
  words: line(600, 'too-long'),
})

const interestForm = v.object({ words: needed(600) })

const onceForm = v.object({ renderingKey })
