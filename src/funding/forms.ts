import * as v from 'valibot'
import { dayFrom } from '../platform/web/day.ts'
import { neededText } from '../platform/web/form-fields.ts'
import { plainDigits } from '../platform/web/reachable.ts'
import { stations } from './money.ts'

const source = neededText(400)
const isExample = v.pipe(
  v.optional(v.string(), ''),
  v.transform(ticked => ticked === 'yes'),
)

/** No centre gets more than this in a year; a constraint of the table says so too. */
const mostCents = 100_000_000_00

/** Euros as people write them, 12.500,50 or 12500.5, become cents. */
const cents = v.pipe(
  v.string('missing'),
  v.nonEmpty('missing'),
  v.transform(plainDigits),
  v.regex(/^\d{1,3}([. ]?\d{3}){0,2}([.,]\d{1,2})?$/, 'amount'),
  v.transform(text => {
    const [, whole = '', part = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(text) ?? []
    return Number(whole.replaceAll(/\D/g, '')) * 100 + Number(part.padEnd(2, '0'))
  }),
  v.maxValue(mostCents, 'amount'),
)

export const amountForm = v.object({ cents, source, isExample })

const day = v.pipe(
  v.optional(v.string(), ''),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    if (dataset.value === '') return null
    const day = dayFrom(dataset.value)
    if (day) return day
    addIssue({ message: 'day' })
    return NEVER
  }),
)

const orNull = (longest: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.maxLength(longest, 'too-long'),
    v.transform(text => text || null),
  )

const voices = v.pipe(
  v.optional(v.string(), ''),
  v.transform(plainDigits),
  v.regex(/^\d{0,3}$/, 'number'),
  v.transform(text => Number(text || 0)),
)

const paragraph = v.pipe(v.optional(v.string(), ''), v.maxLength(4000, 'too-long'))

const vote = v.object({
  groupName: v.pipe(v.optional(v.string(), ''), v.maxLength(120, 'too-long')),
  ...{ ayes: voices, noes: voices, abstentions: voices },
})

export const decisionForm = v.object({
  paperNumber: orNull(60),
  paperUrl: v.pipe(
    orNull(500),
    v.check(url => url === null || (URL.canParse(url) && /^https?:/.test(url)), 'url'),
  ),
  decidedOn: day,
  title: neededText(120),
  wording: paragraph,
  effect: paragraph,
  stations: v.optional(v.object(v.entriesFromList(stations, day)), {}),
  votes: v.pipe(
    v.optional(v.array(vote), []),
    v.maxLength(20, 'too-many'),
    v.transform(votes => votes.filter(({ groupName }) => groupName !== '')),
    v.check(votes => new Set(votes.map(({ groupName }) => groupName)).size === votes.length, 'twice'),
  ),
  votesAreExamples: isExample,
  source,
  isExample,
})
