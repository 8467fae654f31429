import * as v from 'valibot'
import { dayFrom } from '../platform/web/day.ts'
import { renderingKey } from '../platform/web/form-fields.ts'
import { isId } from '../platform/web/id.ts'
import { plainDigits } from '../platform/web/reachable.ts'
import { languages } from '../platform/wording/wording.ts'
import { contactInOneField } from '../reach/index.ts'
import { type KitTexts, mostOfOneKit } from './kit.ts'
import { outcomes } from './kit-request.ts'

const line = (most: number) => v.pipe(v.optional(v.string(), ''), v.maxLength(most, 'too-long'))
const words = (most: number, missing = 'required') =>
  v.pipe(v.string(missing), v.nonEmpty(missing), v.maxLength(most, 'too-long'))
const tick = v.pipe(
  v.optional(v.string(), ''),
  v.transform(value => value === 'yes'),
)
const wholeNumber = (most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform(plainDigits),
    v.regex(/^\d{1,4}$/, 'number'),
    v.transform(Number),
    v.maxValue(most, 'number'),
  )
const day = v.pipe(
  v.string('day'),
  v.check(text => dayFrom(text) !== undefined, 'day'),
  v.transform(text => Temporal.PlainDate.from(text)),
)

/** How many of each kit, by its id; who leaves a kit at none does not get it. */
const kits = v.pipe(
  v.optional(v.record(v.pipe(v.string(), v.check(isId)), wholeNumber(mostOfOneKit)), {}),
  v.transform(amounts =>
    Object.entries(amounts).flatMap(([kitId, amount]) => (amount > 0 ? [{ kitId, amount }] : [])),
  ),
  v.minLength(1, 'kits'),
)

/** An address in words, as one would tell it a neighbour: a street has letters, a number has a digit. */
export const requestForm = v.object({
  renderingKey,
  kits,
  called: words(60, 'called'),
  street: v.pipe(words(80, 'street'), v.regex(/\p{L}.*\p{L}/u, 'street')),
  houseNumber: v.pipe(words(20, 'house-number'), v.transform(plainDigits), v.regex(/\d/, 'house-number')),
  hint: line(200),
  neverRing: tick,
  contact: contactInOneField,
})

const years = v.union(
  [
    v.pipe(
      v.optional(v.literal(''), ''),
      v.transform(() => null),
    ),
    wholeNumber(18),
  ],
  'number',
)

const german = v.object({ name: words(80), contents: line(600) })
const otherLanguage = v.optional(v.object({ name: line(80), contents: line(600) }), {})

export const kitForm = v.pipe(
  v.object({
    first: years,
    last: years,
    isOffered: tick,
    texts: v.object({
      ...v.entriesFromList(languages, otherLanguage),
      de: german,
    }),
  }),
  v.forward(
    v.check(({ first, last }) => first === null || last === null || last > first, 'ages'),
    ['last'],
  ),
  v.transform(({ texts, ...kit }) => ({
    ...kit,
    // Words in a language without a name would stand nowhere.
    texts: Object.fromEntries(Object.entries(texts).filter(([, { name }]) => name !== '')) as KitTexts,
  })),
)

/** How many were packed; less than none are those that were counted wrongly. */
export const stockForm = v.object({
  more: v.pipe(
    v.optional(v.string(), ''),
    v.transform(plainDigits),
    v.regex(/^-?\d{1,4}$/, 'number'),
    v.transform(Number),
    v.check(more => more !== 0, 'number'),
  ),
})

export const roundForm = v.object({ heldOn: day, goes: line(80) })

export const tickForm = v.object({ mark: v.picklist([...outcomes, 'open', 'never-ring', 'may-ring']) })
