import * as v from 'valibot'
import { isEmail } from '../platform/web/reachable.ts'

/** One address is all a subscription needs. */
export const subscribeForm = v.object({
  email: v.pipe(
    v.optional(v.string(), ''),
    v.nonEmpty('required'),
    v.maxLength(254, 'email'),
    v.toLowerCase(),
    v.check(isEmail, 'email'),
  ),
})
