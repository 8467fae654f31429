import * as v from 'valibot'
import { chosen, date, neededCount, neededText } from '../platform/web/form-fields.ts'
import { isTooOldToShow, permits } from './care.ts'

/** What was decided about the permit, and for how many children with how many carers. */
export const careForm = v.object({
  permit: chosen(permits),
  decidedOn: date,
  children: neededCount(1, 200),
  carers: neededCount(1, 50),
})

/** Whose certificate was seen. */
export const certificateForm = v.pipe(
  v.object({ name: neededText(120), issuedOn: date, seenOn: date }),
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
