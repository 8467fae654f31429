import * as v from 'valibot'
import { centsFrom } from '../platform/web/euros.ts'
import { parseForm } from '../platform/web/form.ts'
import { id } from '../platform/web/form-fields.ts'

/** The messages that were ticked. */
const chosenForm = v.object({
  message: v.pipe(
    v.optional(v.array(id('unreadable'), 'unreadable'), []),
    v.minLength(1, 'nobody-chosen'),
    v.maxLength(200, 'too-many'),
  ),
})

export const choiceFaults = ['nobody-chosen', 'too-many', 'unreadable'] as const

/** Which messages were ticked, or what is wrong with the choice. */
export const chosenIn = (form: FormData) => {
  const parsed = parseForm(form, chosenForm)
  if (parsed.ok) return { ids: parsed.value.message }
  const problems = Object.values(parsed.problems)
  return { fault: choiceFaults.find(one => problems.includes(one)) ?? 'unreadable' }
}

export const limitForm = v.object({
  provider: id('provider'),
  limit: v.pipe(
    v.string('amount'),
    v.transform(text => centsFrom(text) ?? -1),
    v.minValue(0, 'amount'),
  ),
})
