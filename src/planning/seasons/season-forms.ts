import * as v from 'valibot'
import { date } from '../../platform/web/form-fields.ts'

const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,120}$/, 'unknown'))
const id = v.pipe(v.string(), v.uuid('unknown'))

/** The longest season: a year and a week. */
const longest = 372

const isOrdered = (firstOn: Temporal.PlainDate, lastOn: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(firstOn, lastOn) <= 0
const isShort = (firstOn: Temporal.PlainDate, lastOn: Temporal.PlainDate) =>
  firstOn.until(lastOn, { largestUnit: 'days' }).days <= longest

/** From which season into which: four days. */
export const seasonForm = v.pipe(
  v.object({ lastFrom: date, lastUntil: date, nextFrom: date, nextUntil: date }),
  v.forward(
    v.check(({ lastFrom, lastUntil }) => isOrdered(lastFrom, lastUntil), 'last-before-first'),
    ['lastUntil'],
  ),
  v.forward(
    v.check(({ nextFrom, nextUntil }) => isOrdered(nextFrom, nextUntil), 'last-before-first'),
    ['nextUntil'],
  ),
  v.forward(
    v.check(({ lastFrom, nextFrom }) => !isOrdered(nextFrom, lastFrom), 'next-before-last'),
    ['nextFrom'],
  ),
  v.forward(
    v.check(({ lastFrom, lastUntil }) => isShort(lastFrom, lastUntil), 'season-too-long'),
    ['lastUntil'],
  ),
  v.forward(
    v.check(({ nextFrom, nextUntil }) => isShort(nextFrom, nextUntil), 'season-too-long'),
    ['nextUntil'],
  ),
  v.transform(({ lastFrom, lastUntil, nextFrom, nextUntil }) => ({
    last: { firstOn: lastFrom, lastOn: lastUntil },
    next: { firstOn: nextFrom, lastOn: nextUntil },
  })),
)

/** What is taken over: `<offer>.<its copy>` for each ticked line. */
export const takenOverForm = v.object({
  offers: v.pipe(
    v.optional(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/, 'unknown'))), []),
    v.minLength(1, 'missing'),
    v.maxLength(200, 'too-large'),
    v.transform(lines =>
      lines.map(line => {
        const [offerId = '', newId = ''] = line.split('.')
        return { offerId, newId }
      }),
    ),
    v.array(v.object({ offerId: id, newId: id })),
  ),
})

/** Which drafts are published. */
export const severalForm = v.object({
  offers: v.pipe(v.optional(v.array(slug), []), v.minLength(1, 'missing'), v.maxLength(200, 'too-large')),
  centre: v.optional(v.string(), ''),
})

export const seasonFields = ['lastFrom', 'lastUntil', 'nextFrom', 'nextUntil'] as const
