import * as v from 'valibot'
import { centsFrom } from '../platform/web/euros.ts'
import { id } from '../platform/web/form-fields.ts'

export const limitForm = v.object({
  provider: id('provider'),
  limit: v.pipe(
    v.string('amount'),
    v.transform(text => centsFrom(text) ?? -1),
    v.minValue(0, 'amount'),
  ),
})
