import * as v from 'valibot'
import type { Contact } from '../outreach/index.ts'

/** How careful a household is to be reached, whichever way that is. */
export type Safety = Pick<Contact, 'neutral' | 'hours'>

export const safetyOf = ({ neutral, hours }: Safety): Safety => ({
  ...(neutral && { neutral }),
  ...(hours && { hours }),
})

const timeOfDay = v.optional(v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'hours')), '')

/** Hours have a beginning and an end, or there are none. */
export const safetyForm = v.pipe(
  v.object({ neutral: v.optional(v.string(), ''), hoursFrom: timeOfDay, hoursUntil: timeOfDay }),
  v.forward(
    v.check(
      ({ hoursFrom, hoursUntil }) =>
        (hoursFrom === '') === (hoursUntil === '') && (hoursFrom === '' || hoursFrom !== hoursUntil),
      'hours',
    ),
    ['hoursFrom'],
  ),
  v.transform(
    ({ neutral, hoursFrom, hoursUntil }): Safety => ({
      ...(neutral === 'yes' && { neutral: true }),
      ...(hoursFrom && { hours: { from: hoursFrom, until: hoursUntil } }),
    }),
  ),
)
