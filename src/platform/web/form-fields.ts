import * as v from 'valibot'
import { centsFrom } from './euros.ts'
import { isId } from './id.ts'
import { plainDigits } from './reachable.ts'

/** Words of at most so many characters; none is none. */
export const text = (longest: number) =>
  v.pipe(v.optional(v.string('unreadable'), ''), v.maxLength(longest, 'too-long'))
/** Words that must be there. */
export const neededText = (longest: number) => v.pipe(text(longest), v.nonEmpty('missing'))
/** Exactly one of the choices. */
export const chosen = <const Choice extends string>(choices: readonly Choice[]) =>
  v.pipe(v.optional(v.string('missing'), ''), v.picklist(choices, 'missing'))
/** Any of the choices, each once however often it was sent. */
export const several = <const Choice extends string>(choices: readonly Choice[]) =>
  v.pipe(
    v.optional(v.array(v.picklist(choices, 'unknown')), []),
    v.transform(chosen => [...new Set(chosen)]),
  )
/** A ticked box. */
export const yes = v.pipe(
  v.optional(v.string(), ''),
  v.transform(value => value === 'yes'),
)

/** A whole number that may be left out. */
export const count = (least: number, most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform(plainDigits),
    v.check(value => value === '' || /^\d{1,6}$/.test(value), 'not-a-number'),
    v.transform(value => (value === '' ? null : Number(value))),
    v.check(value => value === null || value >= least, 'too-small'),
    v.check(value => value === null || value <= most, 'too-large'),
  )

/** A whole number that must be there. */
export const neededCount = (least: number, most: number) =>
  v.pipe(
    count(least, most),
    v.check(value => value !== null, 'missing'),
    v.transform(value => value as number),
  )

/** The id of what was chosen; where nothing was, or what reads like none, the fault has this code. */
export const id = (fault = 'missing') => v.pipe(v.optional(v.string(), ''), v.check(isId, fault))
/** The id of what was chosen, or nothing: an empty text. */
export const optionalId = v.pipe(
  v.optional(v.string(), ''),
  v.check(value => value === '' || isId(value), 'missing'),
)

/** The secret that was made when the form was shown: sent twice, it is done once. Without it the form is not ours. */
export const renderingKey = v.pipe(v.string('stale'), v.regex(/^[\w-]{16,64}$/, 'stale'))

/** An amount in euros and cents as people write it, "12,50"; in cents, none is nothing. */
export const price = v.pipe(
  text(12),
  v.check(value => value === '' || centsFrom(value) !== undefined, 'not-a-price'),
  v.transform(value => centsFrom(value) ?? 0),
)

export const optionalDate = v.pipe(
  v.optional(v.string(), ''),
  v.check(value => value === '' || readDate(value) !== null, 'not-a-date'),
  v.transform(readDate),
)
export const date = v.pipe(
  optionalDate,
  v.check(value => value !== null, 'missing'),
  v.transform(value => value as Temporal.PlainDate),
)
export const dates = v.pipe(
  v.optional(v.array(optionalDate), []),
  v.maxLength(120, 'too-large'),
  v.transform(days => uniqueDays(days)),
)
export const optionalTime = v.pipe(
  v.optional(v.string(), ''),
  v.check(value => value === '' || readTime(value) !== null, 'not-a-time'),
  v.transform(readTime),
)
export const time = v.pipe(
  optionalTime,
  v.check(value => value !== null, 'missing'),
  v.transform(value => value as Temporal.PlainTime),
)

/** A day as a form or an address writes it (2026-11-23); null for a day that does not exist. */
export function readDate(value: string): Temporal.PlainDate | null {
  if (!/^20\d\d-\d\d-\d\d$/.test(value)) return null
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' })
  } catch {
    return null
  }
}

function readTime(value: string): Temporal.PlainTime | null {
  return /^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(value) ? Temporal.PlainTime.from(value) : null
}

function uniqueDays(days: (Temporal.PlainDate | null)[]) {
  const named = days.filter(day => day !== null).sort(Temporal.PlainDate.compare)
  return named.filter((day, index) => !named[index - 1]?.equals(day))
}
