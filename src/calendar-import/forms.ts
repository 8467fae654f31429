import * as v from 'valibot'
import { neededText, text } from '../platform/web/form-fields.ts'
import { addressFrom } from './source.ts'

const isOfTheWeb = (address: string) => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)

export const sourceForm = v.object({
  name: neededText(120),
  address: v.pipe(neededText(2000), v.transform(addressFrom), v.check(isOfTheWeb, 'address')),
  words: text(200),
})
