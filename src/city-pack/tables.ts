import { eases, topics } from '../programme/index.ts'
import { equipments } from '../rooms/index.ts'
import {
  colour,
  date,
  decimal,
  email,
  id,
  language,
  listOf,
  needed,
  oneOf,
  optional,
  text,
  timeOfDay,
  webAddress,
  weekday,
  wholeNumber,
  yesOrNo,
} from './cells.ts'
import { Unfit } from './faults.ts'
import type { Columns, Row, Table, TableShape } from './read-table.ts'

const shape = <Given extends Columns, Localised extends string = never>(
  given: TableShape<Given, Localised>,
) => given

export type RowOf<Shape> =
  Shape extends TableShape<infer Given, infer Localised> ? Row<Given, Localised> : never
export type TableOf<Shape> =
  Shape extends TableShape<infer Given, infer Localised> ? Table<Given, Localised> : never

const line = optional(text(200), '')
const paragraph = optional(text(4000), '')
const reference = needed(text(120))

export const districtAliases = shape({
  file: 'district-aliases.csv',
  columns: { alias: needed(text(120)), district: reference },
})

export const districtIndicators = shape({
  file: 'district-indicators.csv',
  columns: {
    district: reference,
    indicator: needed(text(80)),
    value: needed(decimal(-1e9, 1e9)),
    unit: needed(oneOf('persons', 'percent', 'euro')),
    valid_from: needed(date),
    valid_until: optional(date, null),
    source: needed(text(400)),
  },
})

export const providers = shape({
  file: 'providers.csv',
  knownBy: { column: 'id', isUnique: true },
  columns: {
    id: needed(id()),
    name: needed(text(200)),
    law: needed(oneOf('DSGVO', 'KDG', 'DSG-EKD')),
    data_protection_officer: needed(text(200)),
    data_protection_email: needed(email),
    authority: needed(text(200)),
    authority_url: optional(webAddress, ''),
    example: optional(yesOrNo, false),
  },
})

export const centres = shape({
  file: 'centres.csv',
  knownBy: { column: 'id', isUnique: true },
  columns: {
    id: needed(id()),
    name: needed(text(120)),
    provider: reference,
    district: reference,
    street: line,
    postal_code: line,
    town: line,
    phone: line,
    email: optional(email, ''),
    latitude: optional(decimal(-90, 90), null),
    longitude: optional(decimal(-180, 180), null),
    colour: needed(colour),
    step_free: optional(yesOrNo, false),
    example: optional(yesOrNo, false),
  },
  localised: { about: paragraph, directions: paragraph, example_note: line },
})

export const openingHours = shape({
  file: 'opening-hours.csv',
  columns: {
    centre: reference,
    weekday: needed(weekday),
    opens: needed(timeOfDay),
    closes: needed(timeOfDay),
  },
  localised: { note: line },
})

export const rooms = shape({
  file: 'rooms.csv',
  knownBy: { column: 'id', isUnique: true },
  columns: {
    id: needed(id(120)),
    centre: reference,
    part_of: optional(text(120), ''),
    at_partner: optional(text(120), ''),
    capacity: optional(wholeNumber(1, 2000), null),
    step_free: needed(yesOrNo),
    equipment: optional(listOf(oneOf(...equipments)), []),
    minutes_before: optional(wholeNumber(0, 240), 0),
    minutes_after: optional(wholeNumber(0, 240), 0),
    release_after: optional(wholeNumber(5, 240), null),
    key_note: optional(text(300), ''),
    contact: line,
    let: needed(yesOrNo),
    fee_cents: optional(wholeNumber(0, 10_000_00), 0),
    fee_per: optional(oneOf('booking', 'hour'), 'booking' as const),
    deposit_cents: optional(wholeNumber(0, 10_000_00), 0),
    max_days_ahead: optional(wholeNumber(1, 730), null),
    weekdays: optional(listOf(weekday), []),
    opens: optional(timeOfDay, null),
    closes: optional(timeOfDay, null),
    example: needed(yesOrNo),
  },
  localised: {
    name: optional(text(60), ''),
    about: optional(text(600), ''),
    rules: optional(text(2000), ''),
  },
  neededFirst: 'name',
})

export const things = shape({
  file: 'things.csv',
  knownBy: { column: 'id', isUnique: true },
  columns: {
    id: needed(id(120)),
    centre: reference,
    pieces: needed(wholeNumber(1, 500)),
    deposit_cents: optional(wholeNumber(0, 10_000_00), 0),
    most_days: optional(wholeNumber(1, 365), 14),
    offered: needed(yesOrNo),
    example: needed(yesOrNo),
  },
  localised: {
    name: optional(text(60), ''),
    about: optional(text(600), ''),
    rules: optional(text(1000), ''),
  },
  neededFirst: 'name',
})

export const quarters = shape({
  file: 'quarters.csv',
  columns: {
    id: needed(id()),
    name: needed(text(120)),
    district: reference,
    centre: reference,
    valid_from: needed(date),
    children_under_3: optional(wholeNumber(0, 1e6), null),
    children_3_to_5: optional(wholeNumber(0, 1e6), null),
  },
})

export const schoolHolidays = shape({
  file: 'school-holidays.csv',
  columns: {
    school_year: needed(text(20)),
    kind: needed(oneOf('autumn', 'christmas', 'winter', 'easter', 'whitsun', 'summer', 'movable')),
    first: needed(date),
    last: needed(date),
  },
})

export const due = shape({
  file: 'due.csv',
  knownBy: { column: 'id', isUnique: true },
  columns: {
    id: needed(id(120)),
    from_months: needed(wholeNumber(-9, 216)),
    until_months: needed(wholeNumber(-8, 217)),
    source: needed(text(200)),
    source_url: needed(webAddress),
    checked_on: needed(date),
  },
  localised: { title: optional(text(120), ''), body: optional(text(600), '') },
  neededFirst: 'title',
})

const closing = (cell: string) => (/^\d{1,4}$/.test(cell) ? wholeNumber(0, 8760)(cell) : date(cell))

export const offers = shape({
  file: 'offers.csv',
  knownBy: { column: 'id', isUnique: true },
  columns: {
    id: needed(id(120)),
    centre: reference,
    kind: needed(oneOf('counselling', 'education', 'encounter', 'activity', 'neighbourly')),
    format: needed(oneOf('drop-in', 'course', 'event', 'consultation', 'outreach')),
    way: optional(oneOf('on-site', 'online', 'phone', 'door'), 'on-site' as const),
    topics: optional(listOf(oneOf(...topics)), []),
    age_from: optional(wholeNumber(0, 1200), null),
    age_until: optional(wholeNumber(1, 1200), null),
    from_pregnancy: optional(yesOrNo, false),
    without_parents: optional(yesOrNo, false),
    languages: needed(listOf(language)),
    audience: optional(oneOf('everyone', 'fathers', 'mothers', 'grandparents'), 'everyone' as const),
    easy: optional(listOf(oneOf(...eases)), []),
    price_cents: optional(wholeNumber(0, 10_000_00), 0),
    price_per: optional(oneOf('session', 'course', 'family-session'), null),
    registration: optional(oneOf('none', 'required'), 'none' as const),
    counts: optional(oneOf('child', 'adult', 'household', 'person'), null),
    places: optional(wholeNumber(0, 10_000), null),
    baby_places: optional(wholeNumber(0, 10_000), null),
    bookable: optional(oneOf('session', 'course'), null),
    registration_opens: optional(wholeNumber(0, 730), null),
    registration_closes: optional(closing, 0),
    step_free: optional(yesOrNo, false),
    place: line,
    leader: line,
  },
  localised: { title: optional(text(120), ''), summary: optional(text(500), ''), body: paragraph },
  neededFirst: 'title',
})

const nthWeekday = (cell: string) => {
  const word = oneOf('1', '2', '3', '4', '-1', 'last')(cell)
  if (word instanceof Unfit) return word
  return word === 'last' ? -1 : Number(word)
}

export const dates = shape({
  file: 'dates.csv',
  knownBy: { column: 'offer', isUnique: false },
  columns: {
    offer: reference,
    rule: needed(oneOf('weekly', 'fortnightly', 'monthly', 'dates')),
    weekday: optional(weekday, null),
    nth: optional(nthWeekday, null),
    starts: needed(timeOfDay),
    ends: optional(timeOfDay, null),
    first: optional(date, null),
    last: optional(date, null),
    units: optional(wholeNumber(1, 400), null),
    skip_school_holidays: optional(yesOrNo, false),
    skip_public_holidays: optional(yesOrNo, true),
    except: optional(listOf(date), []),
    dates: optional(listOf(date), []),
  },
})

const budgetYears = (cell: string) =>
  /^\d{4}-\d{2}$/.test(cell) && (Number(cell.slice(0, 4)) + 1) % 100 === Number(cell.slice(5))
    ? cell
    : new Unfit('not-a-budget', { value: cell })

/** What every figure about money says of itself: who says so, and whether it is made up because nobody has said it. */
const figure = { source: needed(text(400)), example: needed(yesOrNo) }

export const fiscalYears = shape({
  file: 'fiscal-years.csv',
  knownBy: { column: 'year', isUnique: true },
  columns: {
    year: needed(wholeNumber(1990, 2100)),
    budget: needed(budgetYears),
    lead_minutes: needed(wholeNumber(0, 3000)),
    closed_on: optional(date, null),
    ...figure,
  },
})

export const budgetAmounts = shape({
  file: 'budget.csv',
  columns: {
    centre: reference,
    year: needed(wholeNumber(1990, 2100)),
    amount_cents: needed(wholeNumber(0, 100_000_000_00)),
    ...figure,
  },
})

export const decisions = shape({
  file: 'decisions.csv',
  knownBy: { column: 'id', isUnique: true },
  columns: {
    id: needed(id()),
    budget: needed(budgetYears),
    paper_number: optional(text(60), null),
    link: optional(webAddress, null),
    body: needed(oneOf('magistrate', 'youth-committee', 'council')),
    decided_on: optional(date, null),
    ...figure,
  },
  localised: { title: optional(text(120), ''), wording: paragraph, effect: paragraph },
  neededFirst: 'title',
})

export const decisionStations = shape({
  file: 'decision-stations.csv',
  columns: {
    decision: reference,
    station: needed(
      oneOf(
        ...(['magistrate', 'district-councils', 'youth-committee', 'council'] as const),
        ...(['supervisory-approval', 'in-force'] as const),
      ),
    ),
    reached_on: optional(date, null),
    ...figure,
  },
})

const voices = needed(wholeNumber(0, 1000))

export const decisionVotes = shape({
  file: 'decision-votes.csv',
  columns: {
    decision: reference,
    group: needed(text(120)),
    ayes: voices,
    noes: voices,
    abstentions: voices,
    ...figure,
  },
})
