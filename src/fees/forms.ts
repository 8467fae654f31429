import * as v from 'valibot'
import { centsFrom } from '../platform/web/euros.ts'
import { id, renderingKey, text } from '../platform/web/form-fields.ts'
import { levels } from './fee.ts'

const amount = v.pipe(
  v.string('amount'),
  v.transform(text => centsFrom(text) ?? -1),
  v.minValue(1, 'amount'),
)
const amountOrNothing = v.pipe(
  v.string('amount'),
  v.transform(text => centsFrom(text) ?? -1),
  v.minValue(0, 'amount'),
)
const words = text(200)

export const levelForm = v.object({ level: v.picklist(levels, 'level') })
export const paymentForm = v.object({ amount, renderingKey })
export const doorForm = v.object({ offer: id('offer'), amount, renderingKey })
export const refundForm = v.object({ amount, words, renderingKey })
export const moveForm = v.object({
  kind: v.picklist(['put-in', 'taken-out'], 'move'),
  amount,
  words,
  renderingKey,
})
export const countForm = v.object({ counted: amountOrNothing, renderingKey })

/** The lesser price of one offer; an empty field takes it away. */
export const priceForm = v.object({
  offer: id('offer'),
  reduced: v.pipe(
    v.optional(v.string(), ''),
    v.check(text => text === '' || centsFrom(text) !== undefined, 'amount'),
    v.transform(text => centsFrom(text) ?? null),
  ),
})
