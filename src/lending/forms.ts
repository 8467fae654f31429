import * as v from 'valibot'
import { count, date, price, text, yes } from '../platform/web/form-fields.ts'
import { languages } from '../platform/wording/wording.ts'
import { contactInOneField } from '../reach/index.ts'

const words = (longest: number) => v.pipe(text(longest), v.nonEmpty('missing'))
const needed = (least: number, most: number) =>
  v.pipe(
    count(least, most),
    v.check(value => value !== null, 'missing'),
    v.transform(value => value ?? least),
  )
const renderingKey = v.pipe(v.string('missing'), v.regex(/^[\w-]{16,64}$/, 'missing'))
const said = { about: text(600), rules: text(1000) }

/** What the lead says of a thing. */
export const thingForm = v.pipe(
  v.object({
    texts: v.object(
      {
        ...v.entriesFromList(languages, v.optional(v.object({ name: text(60), ...said }), {})),
        de: v.object({ name: words(60), ...said }),
      },
      'missing',
    ),
    ...{ pieces: needed(1, 500), deposit: price, mostDays: needed(1, 365), isOffered: yes },
  }),
  v.transform(({ deposit, ...thing }) => ({ ...thing, depositCents: deposit })),
)

/** Lending to somebody who stands there. */
export const lendForm = v.object({
  ...{ called: words(80), contact: contactInOneField, pieces: needed(1, 500), dueOn: date },
  ...{ depositTaken: yes, renderingKey },
})

/** What a family asks for; how it is reached is read beside it. */
export const askForm = v.pipe(
  v.object({ fromOn: date, dueOn: date, pieces: needed(1, 500), called: words(80), renderingKey }),
  v.forward(
    v.check(({ fromOn, dueOn }) => Temporal.PlainDate.compare(dueOn, fromOn) >= 0, 'ends-before-start'),
    ['dueOn'],
  ),
)

/** No reason need be given. */
export const declineForm = v.object({ reason: text(500) })
export const handOutForm = v.object({ depositTaken: yes })
export const giveBackForm = v.object({ depositReturned: yes })
