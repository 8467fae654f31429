import { type AskingStep, rhythmNames } from '../planning/index.ts'
import { nameOfLanguage, type Wording } from '../platform/wording/wording.ts'
import { audiences, eases, formats, kinds, spokenLanguages, topics, ways } from '../programme/index.ts'
import {
  age,
  type CellKind,
  chosen,
  listed,
  plain,
  severalOf,
  ticked,
  tidyDay,
  tidyPrice,
  tidyTime,
} from './cells.ts'

/**
 * A column of the table: the field of the form that it is, of a step or of one of its slots. `key` is the same in every
 * language.
 */
export type Column = {
  key: string
  of: AskingStep | 'slot' | 'offer'
  /** The field by which the form names what is wrong. */
  field: string
  heading: (wording: Wording) => string
  cell: CellKind
  width: number
}

/** By which an offer is known again; nobody types it. */
export const slugColumn: Column = {
  ...{ key: 'slug', of: 'offer', field: 'slug', width: 26, cell: plain('slug') },
  heading: ({ t }) => t('offerTables.column.slug'),
}

const stateColumn: Column = {
  ...{ key: 'state', of: 'offer', field: 'state', width: 14 },
  heading: ({ t }) => t('offerTables.column.state'),
  cell: chosen('state', ['draft', 'published'], (state, { t }) => t(`programme.staff.state.${state}`)),
}

/** The columns for the languages of a city, from left to right. */
export const columnsFor = (languages: readonly string[]): Column[] => [
  slugColumn,
  stateColumn,
  ...languages.flatMap(textColumns),
  ...columns,
]

const textColumns = (language: string) =>
  (['title', 'summary', 'body'] as const).map(
    (name): Column => ({
      ...{ key: `${name}_${language}`, of: 'what', field: `texts.${language}.${name}` },
      ...{ width: name === 'title' ? 30 : 50, cell: plain(`texts.${language}.${name}`) },
      heading: ({ t, language: reader }) =>
        `${t(`programme.staff.field.${name}`)} (${nameOfLanguage(language, reader)})`,
    }),
  )

type Named =
  | 'kind'
  | 'format'
  | 'way'
  | 'topics'
  | 'languages'
  | 'eases'
  | 'audience'
  | 'pricePer'
  | 'price'
  | 'place'
  | 'registration'
  | 'counts'
  | 'places'
  | 'babyPlaces'
  | 'opensDaysBefore'
  | 'closesHoursBefore'
  | 'leader'
  | 'rhythm'
  | 'weekday'
  | 'starts'
  | 'ends'
  | 'firstOn'
  | 'lastOn'
  | 'units'
  | 'exceptOn'
  | 'dates'

/** A column that is called like the field of the form. */
const named = (of: AskingStep | 'slot', name: Named, cell: CellKind = plain(name), width = 16): Column => ({
  ...{ key: name, of, field: name, cell, width },
  heading: ({ t }) => t(`programme.staff.field.${name}`),
})

type Short =
  | 'ageFrom'
  | 'ageUntil'
  | 'isFromPregnancy'
  | 'isStepFree'
  | 'isWithoutParents'
  | 'closesOn'
  | 'skipsSchoolHolidays'
  | 'skipsPublicHolidays'

/** One that needs a shorter name than a form has room for. */
const short = (of: AskingStep | 'slot', name: Short, cell: CellKind): Column => ({
  ...{ key: name, of, field: name, cell, width: 16 },
  heading: ({ t }) => t(`offerTables.column.${name}`),
})

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

const columns: Column[] = [
  named(
    'what',
    'kind',
    chosen('kind', kinds, (kind, { t }) => t(`programme.kind.${kind}`)),
  ),
  named(
    'what',
    'format',
    chosen('format', formats, (format, { t }) => t(`programme.format.${format}`)),
  ),
  named(
    'what',
    'way',
    chosen('way', ways, (way, { t }) => t(`programme.way.${way}`)),
  ),
  named(
    'what',
    'topics',
    severalOf('topics', topics, (topic, { t }) => t(`programme.topic.${topic}.name`)),
    30,
  ),
  short('who', 'ageFrom', age('ageFrom')),
  short('who', 'ageUntil', age('ageUntil')),
  short('who', 'isFromPregnancy', ticked('isFromPregnancy')),
  short('who', 'isWithoutParents', ticked('isWithoutParents')),
  named(
    'who',
    'languages',
    severalOf('languages', spokenLanguages, (code, { language }) => nameOfLanguage(code, language)),
    30,
  ),
  named(
    'who',
    'audience',
    chosen('audience', audiences, (whom, { t }) => t(`programme.audience.${whom}`)),
  ),
  named(
    'who',
    'eases',
    severalOf('eases', eases, (ease, { t }) => t(`programme.filter.${ease}`)),
    30,
  ),
  named(
    'who',
    'pricePer',
    chosen('pricePer', ['free', 'session', 'course', 'family-session'], (per, { t }) =>
      t(`programme.staff.price.${per}`),
    ),
  ),
  named('who', 'price', plain('price', tidyPrice), 10),
  named('when', 'place', plain('place'), 24),
  short('when', 'isStepFree', ticked('isStepFree')),
  named('places', 'leader', plain('leader'), 20),
  named(
    'places',
    'registration',
    chosen('registration', ['none', 'session', 'course'], (how, { t }) =>
      t(`programme.staff.registration.${how}.label`),
    ),
    24,
  ),
  named(
    'places',
    'counts',
    chosen('counts', ['child', 'adult', 'household', 'person'], (unit, { t }) =>
      t(`programme.staff.counts.${unit}`),
    ),
  ),
  named('places', 'places', plain('places'), 10),
  named('places', 'babyPlaces', plain('babyPlaces'), 10),
  named('places', 'opensDaysBefore', plain('opensDaysBefore'), 10),
  named('places', 'closesHoursBefore', plain('closesHoursBefore'), 10),
  short('places', 'closesOn', plain('closesOn', tidyDay)),
  named(
    'slot',
    'rhythm',
    chosen('rhythm', rhythmNames, (rhythm, { t }) => t(`programme.staff.rhythm.${rhythm}`)),
    24,
  ),
  named(
    'slot',
    'weekday',
    chosen('weekday', weekdays, (day, { weekday }) => weekday(Number(day))),
  ),
  named('slot', 'starts', plain('starts', tidyTime), 10),
  named('slot', 'ends', plain('ends', tidyTime), 10),
  named('slot', 'firstOn', plain('firstOn', tidyDay)),
  named('slot', 'lastOn', plain('lastOn', tidyDay)),
  named('slot', 'units', plain('units'), 10),
  named('slot', 'exceptOn', listed('exceptOn', tidyDay), 24),
  named('slot', 'dates', listed('dates', tidyDay), 24),
  short('slot', 'skipsSchoolHolidays', ticked('skipsSchoolHolidays')),
  short('slot', 'skipsPublicHolidays', ticked('skipsPublicHolidays')),
]
