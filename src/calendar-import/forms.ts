import * as v from 'valibot'
import { addressFrom } from './source.ts'

const isOfTheWeb = (address: string) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)

export const sourceForm = v.object({
  name: v.pipe(v.string('missing'), v.trim(), v.minLength(1, 'missing'), v.maxLength(120, 'too-long')),
  address: v.pipe(
    v.string('missing'),
    v.minLength(1, 'missing'),
    v.maxLength(2000, 'too-long'),
    v.transform(addressFrom),
    v.check(isOfTheWeb, 'address'),
  ),
  words: v.pipe(v.optional(v.string(), ''), v.maxLength(200, 'too-long')),
})
