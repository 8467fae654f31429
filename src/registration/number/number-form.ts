import * as v from 'valibot'
import { plainDigits } from '../../platform/web/reachable.ts'

/** The digits that came by SMS, however somebody parts them. */
export const numberCodeForm = v.object({
  code: v.pipe(
    v.string('required'),
    v.maxLength(40, 'required'),
    v.transform(text => plainDigits(text).replaceAll(/\D/g, '')),
    v.nonEmpty('required'),
  ),
})
