import * as v from 'valibot'
import { date, neededCount, neededText, price, renderingKey, text, yes } from '../platform/web/form-fields.ts'
import { languages } from '../platform/wording/wording.ts'
import { contactInOneField } from '../reach/index.ts'

const said = { about: text(600), rules: text(1000) }

/** What the lead says of a thing. */
export const thingForm = v.pipe(
  v.object({
    texts: v.object(
      {
        ...v.entriesFromList(languages, v.optional(v.object({ name: text(60), ...said }), {})),
        de: v.object({ name: neededText(60), ...said }),
      },
      'missing',
    ),
    ...{ pieces: neededCount(1, 500), deposit: price, mostDays: neededCount(1, 365), isOffered: yes },
  }),
  v.transform(({ deposit, ...thing }) => ({ ...thing, depositCents: deposit })),
)

/** Lending to somebody who stands there. */
export const lendForm = v.object({
  ...{ called: neededText(80), contact: contactInOneField, pieces: neededCount(1, 500), dueOn: date },
  ...{ depositTaken: yes, renderingKey },
})

/** What a family asks for; how it is reached is read beside it. */
export const askForm = v.pipe(
  v.object({ fromOn: date, dueOn: date, pieces: neededCount(1, 500), called: neededText(80), renderingKey }),
  v.forward(
    v.check(({ fromOn, dueOn }) => Temporal.PlainDate.compare(dueOn, fromOn) >= 0, 'ends-before-start'),
    ['dueOn'],
  ),
)

/** No reason need be given. */
export const declineForm = v.object({ reason: text(500) })
export const handOutForm = v.object({ depositTaken: yes })
export const giveBackForm = v.object({ depositReturned: yes })
