import * as v from 'valibot'
import { cancelReasons } from '../outreach/index.ts'
import { audiences, eases, formats, kinds, topics, ways } from '../programme/index.ts'

/**
 * What answers look like. One description serves three: the types of the code, the schemas of the OpenAPI document,
 * and the tests that hold every answer against it. `strictObject`: what does not stand here is not said.
 */

const text = (description: string) => v.pipe(v.string(), v.description(description))
const id = (what: string) =>
  v.pipe(v.string(), v.uuid(), v.description(`Id of the ${what}; it never changes.`))
const url = (description: string) => v.pipe(v.string(), v.url(), v.description(description))
const moment = (description: string) => v.pipe(v.string(), v.isoTimestamp(), v.description(description))
const date = (description: string) => v.pipe(v.string(), v.isoDate(), v.description(description))
const time = (description: string) => v.pipe(v.string(), v.isoTime(), v.description(description))
const language = text('Language of the texts here (ISO 639).')
const months = (description: string) =>
  v.nullable(v.pipe(v.number(), v.integer(), v.description(description)))

const ref = (what: string) =>
  v.strictObject({ id: id(what), slug: text('Name in addresses; may change.'), name: v.string() })

export const Availability = v.pipe(
  v.strictObject({
    state: v.pipe(
      v.picklist(['just-come', 'open', 'few', 'waiting', 'not-yet', 'closed', 'by-invitation']),
      v.description(
        'just-come: without registration; open: places are free; few: see `places`; waiting: full, with a waiting ' +
          'list; not-yet: registration opens later; closed: no registration now.',
      ),
    ),
    places: v.nullable(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.maxValue(3),
        v.description('Said when `few` are left.'),
      ),
    ),
    hasBabyPlaces: v.nullable(
      v.pipe(v.boolean(), v.description('Null where babies are not counted on their own.')),
    ),
    opensAt: v.nullable(moment('When registration opens.')),
    registerUrl: v.nullable(url('The page on which a family registers.')),
  }),
  v.description('What a family can do about it now, as the page says it.'),
)

export const Centre = v.strictObject({
  id: id('centre'),
  slug: text('Name in addresses; may change.'),
  url: url('Its page for families.'),
  name: v.string(),
  provider: text('Who runs it.'),
  district: v.strictObject({ code: v.string(), name: v.string() }),
  address: v.strictObject({
    street: v.string(),
    postalCode: v.string(),
    town: v.string(),
    country: v.string(),
  }),
  latitude: v.nullable(v.number()),
  longitude: v.nullable(v.number()),
  phone: v.string(),
  email: v.string(),
  isStepFree: v.boolean(),
  isExample: v.pipe(v.boolean(), v.description('Not a real centre, but shown as an example.')),
  openingHours: v.array(
    v.strictObject({
      weekday: v.pipe(v.number(), v.minValue(1), v.maxValue(7), v.description('1 is Monday.')),
      opens: time('Local time.'),
      closes: time('Local time.'),
      note: v.string(),
    }),
  ),
  language,
  about: v.string(),
  directions: v.string(),
})

const easyToCome = v.pipe(
  v.array(v.picklist(eases)),
  v.description('What lets somebody come who would stay away otherwise, on the date that is shown.'),
)

export const Offer = v.strictObject({
  id: id('offer'),
  slug: text('Name in addresses; may change.'),
  url: url('Its page for families.'),
  language,
  translation: v.pipe(
    v.picklist(['original', 'translated', 'machine']),
    v.description('Whether a person wrote or translated these texts, or a machine.'),
  ),
  title: v.string(),
  summary: v.string(),
  description: v.string(),
  kind: v.picklist(kinds),
  format: v.picklist(formats),
  way: v.picklist(ways),
  topics: v.array(v.picklist(topics)),
  languages: v.pipe(v.array(v.string()), v.description('Languages spoken there.')),
  audience: v.picklist(audiences),
  ages: v.strictObject({
    fromMonths: months('Age of the children in months; null has no limit.'),
    untilMonths: months('Excluded; null has no limit.'),
  }),
  isFromPregnancy: v.boolean(),
  price: v.strictObject({
    cents: v.pipe(v.number(), v.integer()),
    currency: v.literal('EUR'),
    per: v.nullable(v.picklist(['session', 'course', 'family-session'])),
  }),
  easyToCome,
  isStepFree: v.boolean(),
  place: text('Room or place of the next date, where it is said.'),
  registration: v.pipe(
    v.picklist(['none', 'session', 'course']),
    v.description('Not needed, for each date, or once for all dates.'),
  ),
  centre: ref('centre'),
  provider: text('Who answers for it.'),
  next: v.nullable(v.strictObject({ sessionId: id('session'), startsAt: moment('When it begins.') })),
  availability: v.nullable(Availability),
  updatedAt: moment('When the offer was last written.'),
})

export const Session = v.strictObject({
  id: id('session'),
  url: url('Its page for families.'),
  offer: v.strictObject({
    ...{ id: id('offer'), slug: text('Name in addresses; may change.'), title: v.string(), language },
  }),
  centre: ref('centre'),
  date: date('Local day.'),
  starts: time('Local time.'),
  ends: v.nullable(time('Local time; null where it ends when the last family leaves.')),
  startsAt: moment('With the offset of that day.'),
  endsAt: v.nullable(moment('With the offset of that day.')),
  timeZone: v.string(),
  place: text('Room or place, where it is said.'),
  way: v.picklist(ways),
  languages: v.pipe(v.array(v.string()), v.description('Languages spoken on that day.')),
  isStepFree: v.boolean(),
  easyToCome,
  movedFrom: v.nullable(moment('When it was first announced for, if it was moved.')),
  changedAt: v.nullable(moment('When anything of it last changed.')),
  sequence: v.pipe(
    v.number(),
    v.integer(),
    v.description('One more with each change of time, place or status.'),
  ),
  status: v.picklist(['planned', 'cancelled']),
  cancellation: v.nullable(
    v.strictObject({
      reason: v.picklist(cancelReasons),
      note: v.string(),
      nextSessionId: v.nullable(id('next session that takes place')),
    }),
  ),
  availability: v.nullable(Availability),
})

export const SessionAvailability = v.strictObject({
  ...{ sessionId: id('session'), offerId: id('offer'), startsAt: moment('When it begins.') },
  status: v.picklist(['planned', 'cancelled']),
  availability: v.nullable(Availability),
})

export const District = v.strictObject({ code: text('As the filter `district` takes it.'), name: v.string() })

export const Start = v.strictObject({
  name: v.string(),
  place: v.string(),
  timeZone: v.string(),
  languages: v.array(v.string()),
  description: url('The OpenAPI description of this API.'),
  documentation: url('The same for people.'),
  lists: v.record(v.string(), v.pipe(v.string(), v.url())),
})

/** A page of a list. */
export const pageOf = <Item extends v.GenericSchema>(item: Item) =>
  v.strictObject({
    items: v.array(item),
    next: v.nullable(url('The next page; null on the last one.')),
  })

export const ProblemShape = v.object({
  type: url('Explains this kind of problem.'),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  errors: v.optional(v.array(v.strictObject({ parameter: v.string(), detail: v.string() }))),
})
