import * as v from 'valibot'
import { type FormProblems, parseForm } from '../platform/web/form.ts'
import { renderingKey } from '../platform/web/form-fields.ts'
import { type Reach, reachForm } from '../reach/index.ts'
import { channels } from './question.ts'
import { spoken, targets, topics } from './tally.ts'

export type Problems = FormProblems

export type Typed = { centre: string; body: string; renderingKey: string; wants: Reach; reachable: string }
type Reading = { ok: true; value: Typed } | { ok: false; problems: Problems }

/** Reads what is asked and how the answer comes back, and names everything that needs mending at once. */
export const readQuestion = (form: FormData): Reading => {
  const question = parseForm(form, questionForm)
  const wants = parseForm(form, reachForm)
  if (question.ok && wants.ok) {
    const reachable = 'phone' in wants.value ? question.value.reachable : ''
    return { ok: true, value: { ...question.value, wants: wants.value, reachable } }
  }
  const problems = [question, wants].map(part => (part.ok ? {} : part.problems))
  return { ok: false, problems: Object.assign({}, ...problems) }
}

const line = (most: number, tooLong: string) => v.pipe(v.optional(v.string(), ''), v.maxLength(most, tooLong))
const words = (most: number) =>
  v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(most, 'too-long'))

const questionForm = v.object({
  body: words(2000),
  reachable: line(120, 'too-long'),
  renderingKey,
  centre: v.pipe(v.string('required'), v.regex(/^[a-z0-9-]{1,80}$/, 'required')),
})

/** How a question came that a member of the team writes down. */
export const channelForm = v.object({ channel: v.picklist(channels, 'required') })

export const answerForm = v.object({
  answer: words(4000),
  topic: v.picklist(topics, 'required'),
  language: v.picklist(spoken, 'required'),
  referredTo: v.picklist(targets, 'required'),
})
