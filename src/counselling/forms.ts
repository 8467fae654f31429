import * as v from 'valibot'
import { dayFrom } from '../platform/web/day.ts'
import { renderingKey } from '../platform/web/form-fields.ts'
import { plainDigits } from '../platform/web/reachable.ts'
import { topics } from '../questions/index.ts'
import { contactInOneField } from '../reach/index.ts'
import { type CodeWord, isCodeWord } from './code-word.ts'
import { slotsWithin, spokenHere, ways } from './consultation.ts'

/** What the city writes as a day, a time or a moment; anything else is a fault of its field. */
const readAs = <Value>(read: (text: string) => Value | undefined) =>
  v.pipe(
    v.string('required'),
    v.nonEmpty('required'),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        const value = read(dataset.value)
        if (value !== undefined) return value
      } catch {}
      addIssue({ message: 'required' })
      return NEVER
    }),
  )
const day = readAs(dayFrom)
const time = readAs(text => Temporal.PlainTime.from(text))
const moment = readAs(text => (dayFrom(text.slice(0, 10)) ? Temporal.Instant.from(text) : undefined))

/** The day that stands in an address; undefined for anything else. */
export const readDay = (text: string | undefined) => {
  const read = v.safeParse(day, text)
  return read.success ? read.output : undefined
}

const line = (most: number) => v.pipe(v.optional(v.string(), ''), v.maxLength(most, 'too-long'))

/** One time out of the list: when it begins, and about what. */
export const timeForm = v.object({ at: moment, topic: v.picklist(topics, 'required') })

export const bookForm = v.object({
  ...timeForm.entries,
  renderingKey,
  counsellor: line(80),
  language: v.picklist(spokenHere, 'required'),
  codeWord: v.custom<CodeWord>(text => typeof text === 'string' && isCodeWord(text), 'required'),
  contact: contactInOneField,
})

export const cameForm = v.object({ came: v.picklist(['yes', 'no']), day })

/** A year of weeks at most: who plans further has forgotten the holidays. */
const longest = { weeks: 52 }

export const hoursForm = v.pipe(
  v.object({
    centre: line(80),
    counsellor: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(80, 'too-long')),
    topic: v.picklist(topics, 'required'),
    languages: v.pipe(
      v.optional(v.array(v.picklist(spokenHere, 'required')), []),
      v.minLength(1, 'required'),
    ),
    way: v.picklist(ways, 'required'),
    place: line(120),
    meetingLink: v.pipe(
      line(300),
      v.check(text => text === '' || (text.startsWith('https://') && URL.canParse(text)), 'link'),
    ),
    first: day,
    last: v.union(
      [
        v.pipe(
          v.optional(v.literal(''), ''),
          v.transform(() => undefined),
        ),
        day,
      ],
      'required',
    ),
    starts: time,
    ends: time,
    slotMinutes: v.pipe(
      v.optional(v.string(), ''),
      v.transform(plainDigits),
      v.regex(/^\d{1,3}$/, 'minutes'),
      v.transform(Number),
      v.check(minutes => minutes >= 10 && minutes <= 180, 'minutes'),
    ),
  }),
  v.forward(
    v.check(({ starts, ends, slotMinutes }) => fits(starts, ends, slotMinutes), 'too-short'),
    ['ends'],
  ),
  v.forward(
    v.check(
      ({ first, last }) =>
        !last ||
        (Temporal.PlainDate.compare(last, first) >= 0 &&
          Temporal.PlainDate.compare(last, first.add(longest)) <= 0),
      'last',
    ),
    ['last'],
  ),
  v.transform(({ meetingLink, ...hours }) => ({
    ...hours,
    // Only what the chosen way needs is kept.
    meetingLink: hours.way === 'online' ? meetingLink : '',
  })),
)

/** Whether at least one consultation fits between two times of one day. */
const fits = (starts: Temporal.PlainTime, ends: Temporal.PlainTime, minutes: number) => {
  const at = (time: Temporal.PlainTime) =>
    Temporal.PlainDate.from('2026-01-05').toZonedDateTime({ timeZone: 'UTC', plainTime: time }).toInstant()
  return slotsWithin({ startsAt: at(starts), endsAt: at(ends) }, minutes).length > 0
}
