import * as v from 'valibot'
import { renderingKey } from '../platform/web/form-fields.ts'
import { plainDigits } from '../platform/web/reachable.ts'

const heads = v.pipe(
  v.optional(v.string(), '0'),
  v.transform(text => (text === '' ? '0' : text)),
  v.transform(plainDigits),
  v.regex(/^\d{1,4}$/, 'not-a-number'),
  v.transform(Number),
  v.maxValue(1000, 'too-many'),
)

const once = {
  seenVersion: v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'unreadable'), v.transform(Number)),
  renderingKey,
}

/** Which count was on the screen, read apart, because it matters most when another field cannot be read. */
export const seenForm = v.object({ seenVersion: once.seenVersion })

/** The counter. An empty field is nobody. */
export const countForm = v.object({
  ...once,
  adults: heads,
  childrenUnder1: heads,
  children1To2: heads,
  children3To5: heads,
  children6To10: heads,
  childrenOver10: heads,
  firstTime: heads,
})

export const withdrawForm = v.object(once)
