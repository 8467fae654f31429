import * as v from 'valibot'
import { chosen, count, date, text } from '../platform/web/form-fields.ts'
import { isTooOldToShow, permits } from './care.ts'

const needed = (most: number) =>
  v.pipe(
    count(1, most),
    v.check(value => value !== null, 'missing'),
    v.transform(value => value as number),
  )

/** What was decided about the permit, and for how many children with how many carers. */
export const careForm = v.object({
  permit: chosen(permits),
  decidedOn: date,
  children: needed(200),
  carers: needed(50),
})

/** Whose certificate was seen. */
export const certificateForm = v.pipe(
  v.object({ name: v.pipe(text(120), v.nonEmpty('missing')), issuedOn: date, seenOn: date }),
  v.forward(
    v.check(
      ({ issuedOn, seenOn }) => Temporal.PlainDate.compare(issuedOn, seenOn) <= 0,
      'seen-before-issued',
    ),
    ['seenOn'],
  ),
  v.forward(
    v.check(certificate => !isTooOldToShow(certificate), 'too-old'),
    ['issuedOn'],
  ),
)
