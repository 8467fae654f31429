import * as v from 'valibot'
import { centsFrom } from '../platform/web/euros.ts'
import { id } from '../platform/web/form-fields.ts'

/** The messages that were ticked. */
export const chosenForm = v.object({
  message: v.optional(v.pipe(v.array(id('message')), v.maxLength(200, 'too-many')), []),
})

export const limitForm = v.object({
  provider: id('provider'),
  limit: v.pipe(
    v.string('amount'),
    v.transform(text => centsFrom(text) ?? -1),
    v.minValue(0, 'amount'),
  ),
})
