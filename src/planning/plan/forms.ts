import * as v from 'valibot'
import {
  chosen,
  count,
  date,
  dates,
  neededCount,
  neededText,
  optionalDate,
  optionalTime,
  price,
  several,
  text,
  time,
  yes,
} from '../../platform/web/form-fields.ts'
import { languages } from '../../platform/wording/wording.ts'
import { audiences, eases, formats, kinds, topics, ways } from '../../programme/index.ts'

const title = neededText(120)
const offerText = { summary: text(300), body: text(5000) }
const translation = v.pipe(
  v.optional(v.object({ title: text(120), ...offerText }), {}),
  v.forward(
    v.check(({ title, summary, body }) => title !== '' || (summary === '' && body === ''), 'title-missing'),
    ['title'],
  ),
)

/** What it is; German is what every offer is written in, the other languages may follow. */
export const whatForm = v.object({
  texts: v.object(
    { ...v.entriesFromList(languages, translation), de: v.object({ title, ...offerText }) },
    'missing',
  ),
  kind: chosen(kinds),
  format: chosen(formats),
  way: chosen(ways),
  topics: several(topics),
})

const ageUnits = ['months', 'years'] as const
const ageUnit = v.optional(v.picklist(ageUnits, 'missing'), 'years')

/** The languages in which one is spoken to. */
export const spoken = v.pipe(
  v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'unknown'))), []),
  v.minLength(1, 'missing'),
  v.maxLength(30, 'too-large'),
)

export const whoForm = v.pipe(
  v.object({
    ageFrom: count(0, 216),
    ageFromUnit: ageUnit,
    ageUntil: count(1, 216),
    ageUntilUnit: ageUnit,
    isFromPregnancy: yes,
    /** Children stay without their parents. */
    isWithoutParents: yes,
    languages: spoken,
    audience: chosen(audiences),
    eases: several(eases),
    pricePer: chosen(['free', 'session', 'course', 'family-session']),
    price,
  }),
  v.transform(({ ageFrom, ageFromUnit, ageUntil, ageUntilUnit, price, pricePer, ...who }) => ({
    ...who,
    ageFrom: inMonths(ageFrom, ageFromUnit),
    ageUntil: inMonths(ageUntil, ageUntilUnit),
    price,
    pricePer,
  })),
  v.forward(
    v.check(({ ageFrom, ageUntil }) => ageUntil === null || ageUntil > (ageFrom ?? 0), 'ages-reversed'),
    ['ageUntil'],
  ),
  v.forward(
    v.check(({ price, pricePer }) => pricePer === 'free' || price > 0, 'price-missing'),
    ['price'],
  ),
  v.forward(
    v.check(({ price, pricePer }) => pricePer !== 'free' || price === 0, 'free-but-priced'),
    ['price'],
  ),
  v.transform(({ price, pricePer, ...who }) => ({
    ...who,
    priceCents: price,
    pricePer: pricePer === 'free' ? null : pricePer,
  })),
)

/** How often: each rhythm stands for a rule and, within a month, for which of its weekdays. */
export const rhythms = {
  weekly: { rule: 'weekly', nth: null },
  fortnightly: { rule: 'fortnightly', nth: null },
  'monthly-1': { rule: 'monthly', nth: 1 },
  'monthly-2': { rule: 'monthly', nth: 2 },
  'monthly-3': { rule: 'monthly', nth: 3 },
  'monthly-4': { rule: 'monthly', nth: 4 },
  'monthly-last': { rule: 'monthly', nth: -1 },
  dates: { rule: 'dates', nth: null },
} as const
export type Rhythm = keyof typeof rhythms
export const rhythmNames = Object.keys(rhythms) as [Rhythm, ...Rhythm[]]

/** The partner on whose closing days it is not held either. */
export const partnerId = v.pipe(
  v.optional(v.string(), ''),
  v.regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/, 'unknown'),
  v.transform(id => id || null),
)

const slotFields = {
  /** The series this slot already is, when an offer is changed. */
  id: v.pipe(v.optional(v.string(), ''), v.regex(/^([0-9a-f-]{36})?$/, 'unreadable')),
  ...{ starts: time, ends: optionalTime, skipsSchoolHolidays: yes, skipsPublicHolidays: yes },
  skipsClosingDays: yes,
  partnerId,
}
const weekday = v.pipe(
  v.optional(v.string('missing'), ''),
  v.regex(/^[1-7]$/, 'missing'),
  v.transform(Number),
)

/** Every second week begins with the first day, or with the first even or odd calendar week from then on. */
export const weeks = ['first', 'even', 'odd'] as const

const repeatedSlot = v.pipe(
  v.object({
    rhythm: chosen(rhythmNames.filter(rhythm => rhythm !== 'dates')),
    ...{
      weekday,
      ...slotFields,
      week: v.optional(v.picklist(weeks, 'unknown'), 'first'),
      firstOn: date,
      lastOn: optionalDate,
      units: count(1, 200),
      exceptOn: dates,
    },
  }),
  v.forward(
    v.check(({ starts, ends }) => isAfter(ends, starts), 'ends-before-start'),
    ['ends'],
  ),
  v.forward(
    v.check(
      ({ firstOn, lastOn }) => lastOn === null || Temporal.PlainDate.compare(lastOn, firstOn) >= 0,
      'last-before-first',
    ),
    ['lastOn'],
  ),
  v.forward(
    v.check(
      ({ firstOn, lastOn }) =>
        lastOn === null || Temporal.PlainDate.compare(lastOn, firstOn.add({ years: 3 })) <= 0,
      'too-far',
    ),
    ['lastOn'],
  ),
  v.transform(({ rhythm, week, ...slot }) => ({
    ...slot,
    ...rhythms[rhythm],
    ...(rhythm === 'fortnightly' && { firstOn: firstInWeek(slot.firstOn, slot.weekday, week) }),
    dates: [] as Temporal.PlainDate[],
  })),
)

const listedSlot = v.pipe(
  v.object({ ...slotFields, rhythm: v.literal('dates'), dates: v.pipe(dates, v.minLength(1, 'missing')) }),
  v.forward(
    v.check(({ starts, ends }) => isAfter(ends, starts), 'ends-before-start'),
    ['ends'],
  ),
  v.transform(({ rhythm, dates, ...slot }) => ({
    ...slot,
    ...rhythms[rhythm],
    ...{ weekday: null, firstOn: dates[0] as Temporal.PlainDate, lastOn: null, units: null, dates },
    exceptOn: [] as Temporal.PlainDate[],
  })),
)

/** Everybody reads the place; the link of an online session is kept apart. */
export const linkFreePlace = v.pipe(
  text(200),
  v.check(value => !/:\/\/|\bwww\./i.test(value), 'link-in-place'),
)

/** Every year, every fifth week, the fifth Monday: what a centre does not plan as a rhythm, it lists as single dates. */
const whyNoRhythm = ({ input }: { input: unknown }) =>
  typeof input === 'string' && input !== '' ? 'rhythm-unknown' : 'missing'

export const whenForm = v.object({
  place: linkFreePlace,
  isStepFree: yes,
  slots: v.pipe(
    v.optional(v.array(v.variant('rhythm', [listedSlot, repeatedSlot], whyNoRhythm)), []),
    v.minLength(1, 'missing'),
    v.maxLength(10, 'too-large'),
  ),
})

const howToJoin = {
  leader: text(120),
  leaders: v.optional(v.array(v.pipe(v.string(), v.maxLength(100, 'unknown'))), []),
}
const nothingCounted = {
  ...{
    counts: null,
    places: null,
    babyPlaces: null,
    opensDaysBefore: null,
    closesHoursBefore: 0,
    closesOn: null,
  },
}

export const placesForm = v.variant(
  'registration',
  [
    v.pipe(
      v.object({ ...howToJoin, registration: v.literal('none') }),
      v.transform(places => ({ ...places, ...nothingCounted })),
    ),
    v.object({
      ...howToJoin,
      registration: v.picklist(['session', 'course']),
      counts: chosen(['child', 'adult', 'household', 'person']),
      places: neededCount(1, 1000),
      babyPlaces: count(1, 1000),
      opensDaysBefore: count(0, 366),
      closesHoursBefore: v.pipe(
        count(0, 24 * 60),
        v.transform(value => value ?? 0),
      ),
      closesOn: optionalDate,
    }),
  ],
  'missing',
)

/** The first such weekday in a calendar week of that kind; from then on every fourteenth day counts. */
const firstInWeek = (firstOn: Temporal.PlainDate, weekday: number, week: (typeof weeks)[number]) => {
  const first = firstOn.add({ days: (weekday - firstOn.dayOfWeek + 7) % 7 })
  const isEven = (first.weekOfYear ?? 0) % 2 === 0
  return week === 'first' || isEven === (week === 'even') ? first : first.add({ weeks: 1 })
}

const inMonths = (age: number | null, unit: (typeof ageUnits)[number]) =>
  age === null ? null : unit === 'years' ? age * 12 : age

/** An open end is never too early. */
export const isAfter = (ends: Temporal.PlainTime | null, starts: Temporal.PlainTime) =>
  ends === null || Temporal.PlainTime.compare(ends, starts) > 0
