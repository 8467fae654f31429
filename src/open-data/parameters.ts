import { isLanguage, languages } from '../platform/wording/wording.ts'
import {
  days,
  type Ease,
  eases,
  type Filters,
  kinds,
  partsOfDay,
  readFilters,
  topics,
} from '../programme/index.ts'

/** A parameter of an address: what it is for, which values it takes, and whether a text is one of them. */
export type Parameter = {
  description: string
  schema: Record<string, unknown>
  accepts: (text: string) => boolean
}

export type ParameterName = keyof typeof parameters

/** What was asked, each parameter as it stood in the address; or what is wrong with it. */
type Reading<Name extends string> =
  | { ok: true; asked: Partial<Record<Name, string>> }
  | { ok: false; errors: { parameter: string; detail: string }[] }

/**
 * Reads the parameters of an address strictly: a program that misspells a filter shall hear of it, and not get
 * everything.
 */
export const readParameters = <Name extends string>(
  given: URLSearchParams,
  known: readonly Name[],
  table: Readonly<Record<Name, Parameter>>,
): Reading<Name> => {
  const asked: Partial<Record<Name, string>> = {}
  const errors: { parameter: string; detail: string }[] = []
  for (const name of new Set(given.keys())) {
    const [value = '', ...more] = given.getAll(name)
    const parameter = known.find(each => each === name)
    const detail = parameter ? faultOf(table[parameter], value, more.length > 0) : unknown(known)
    if (detail) errors.push({ parameter: name.slice(0, 100), detail })
    else if (parameter) asked[parameter] = value
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, asked }
}

/** The filters of the programme among what was asked. */
export const filtersOf = (asked: Partial<Record<ParameterName, string>>): Filters =>
  readFilters(
    new URLSearchParams(
      filterNames.flatMap((name): [string, string][] => (asked[name] ? [[name, asked[name]]] : [])),
    ),
  ).filters

export const filterNames = [
  ...(['q', 'day', 'part', 'age', 'district', 'language', 'topic', 'kind'] as const),
  ...(['free', 'just-come', 'places', 'step-free', 'online'] as const),
  ...eases,
] satisfies (keyof Filters)[]

const faultOf = ({ accepts, schema }: Parameter, value: string, isRepeated: boolean) => {
  if (isRepeated) return 'Stands more than once in the address.'
  if (accepts(value)) return undefined
  return Array.isArray(schema.enum) ? `Must be one of: ${schema.enum.join(', ')}.` : `Is no ${schema.title}.`
}

const unknown = (known: readonly string[]) => `Is not known here. Known are: ${known.join(', ')}.`

export const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const cursor = /^[\w-]{1,200}$/

/** Of years with four digits: the others are moments too, but no database writes them like that. */
export const isMoment = (text: string) => {
  try {
    return /^\d{4}-/.test(text) && Temporal.Instant.from(text).epochMilliseconds > 0
  } catch {
    return false
  }
}

const isDay = (text: string) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).year > 1900
  } catch {
    return false
  }
}

const filter = (name: keyof Filters, description: string, schema: Record<string, unknown>): Parameter => ({
  description,
  schema: { type: 'string', ...schema },
  accepts: text => readFilters(new URLSearchParams({ [name]: text })).filters[name] !== undefined,
})
const flag = (name: keyof Filters, description: string) => filter(name, description, { enum: ['yes'] })
const day = (description: string): Parameter => ({
  description,
  schema: { type: 'string', format: 'date', title: 'date such as 2026-11-23' },
  accepts: isDay,
})

/** What each means for whoever asks; one that is added to the programme does not compile without its sentence. */
const easeInWords: Record<Ease, string> = {
  'no-papers': 'Nobody asks for papers.',
  'no-german': 'German is not needed.',
  'women-only': 'For women alone.',
  pram: 'Has room for prams.',
  'sibling-care': 'Somebody looks after brothers and sisters.',
  food: 'There is something to eat.',
}
const whatMakesItEasy = Object.fromEntries(
  eases.map(ease => [ease, flag(ease, easeInWords[ease])]),
) as Record<Ease, Parameter>

export const fulltext = filter(
  'q',
  'Words to search for, in any language; names of districts count as filters.',
  { title: 'words to search for' },
)

export const parameters = {
  lang: {
    description:
      'Language of the texts. What nobody has translated comes in the language it was written in; each text says which.',
    schema: { type: 'string', enum: [...languages] },
    accepts: isLanguage,
  },
  limit: {
    description: 'Length of a page.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 50, title: 'number from 1 to 100' },
    accepts: (text: string) => /^([1-9]\d?|100)$/.test(text),
  },
  cursor: {
    description: 'Where the page begins, as `next` of the page before has it.',
    schema: { type: 'string', title: 'cursor of ours' },
    accepts: (text: string) => cursor.test(text),
  },
  centre: {
    description: 'Only this centre, by its id or its `slug`.',
    schema: { type: 'string', title: 'id or slug of a centre' },
    accepts: (text: string) => /^[a-z0-9-]{1,120}$/.test(text),
  },
  offer: {
    description: 'Only this offer, by its id.',
    schema: { type: 'string', format: 'uuid', title: 'id of an offer' },
    accepts: (text: string) => uuid.test(text),
  },
  from: day('The first day, in the time zone of the city; today if missing.'),
  until: day('The last day; without it the list goes as far as is planned.'),
  q: fulltext,
  day: filter('day', 'A day; a weekday is its next one.', { enum: [...days] }),
  part: filter('part', 'Part of the day: until 12:00, until 17:00, or later.', { enum: [...partsOfDay] }),
  age: filter('age', 'Age of a child: `pregnant`, `7m`, `3y`, or `1-3` years.', {
    title: 'age such as pregnant, 7m, 3y or 1-3',
  }),
  district: filter('district', 'Near a district, by its code; see /districts.', {
    title: 'code of a district',
  }),
  language: filter('language', 'Spoken in this language (ISO 639).', { title: 'code of a language' }),
  topic: filter('topic', 'About this.', { enum: [...topics] }),
  kind: filter('kind', 'Of this kind.', { enum: [...kinds] }),
  free: flag('free', 'Costs nothing.'),
  'just-come': flag('just-come', 'Without registration.'),
  places: flag('places', 'A place can be had right now.'),
  'step-free': flag('step-free', 'Reached without steps.'),
  online: flag('online', 'Held online or by telephone.'),
  ...whatMakesItEasy,
} satisfies Record<string, Parameter>

/** What may be asked of a table: it is whole. */
export const tableParameters = ['lang'] as const satisfies readonly ParameterName[]
