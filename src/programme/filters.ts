import { readAge } from './age.ts'
import { type Ease, eases, isKind, isTopic, type Kind, type Topic } from './vocabulary.ts'

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export const days = ['today', 'tomorrow', 'week', ...weekdays] as const
export type Day = (typeof days)[number]

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const
export type PartOfDay = (typeof partsOfDay)[number]

/** What a family looks for, as it stands in the address; what it did not choose is missing. */
export type Filters = {
  q?: string
  day?: Day
  part?: PartOfDay
  /** As in the address: `pregnant`, `7m`, `3y`, `1-3`; see `readAge`. */
  age?: string
  district?: string
  centre?: string
  language?: string
  topic?: Topic
  kind?: Kind
  free?: 'yes'
  'just-come'?: 'yes'
  places?: 'yes'
  'step-free'?: 'yes'
  online?: 'yes'
} & { [ease in Ease]?: 'yes' }

/** The filters and the page of the list, from the parameters of an address. What nobody knows is ignored. */
export const readFilters = (parameters: URLSearchParams): { filters: Filters; page: number } => {
  const filters: Record<string, string> = {}
  for (const [name, accept] of Object.entries(accepted)) {
    const value = accept(parameters.get(name) ?? '')
    if (value) filters[name] = value
  }
  return { filters: filters as Filters, page: readPage(parameters.get('page')) }
}

/** The parameters of a choice, in the one order every link uses, with the question mark; '' without any. */
export const filtersQuery = (filters: Filters, page = 1): string => {
  const parameters = new URLSearchParams()
  for (const name of Object.keys(accepted) as (keyof Filters)[]) {
    if (filters[name]) parameters.set(name, filters[name])
  }
  if (page > 1) parameters.set('page', String(page))
  const query = parameters.toString()
  return query && `?${query}`
}

export const without = (filters: Filters, ...names: (keyof Filters)[]): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => !(names as string[]).includes(name)))

/**
 * What is left of a choice for whoever reads it for months, in a calendar or as news: not the days from today on, and
 * not that there are places just now. A weekday stays, as each of its days.
 */
export const lastingFilters = (filters: Filters): Filters =>
  without(filters, 'places', ...(isWeekday(filters.day) ? [] : (['day'] as const)))

export const isWeekday = (day: Day | undefined): day is (typeof weekdays)[number] =>
  (weekdays as readonly string[]).includes(day ?? '')

/** The days a choice of day stands for, both included; a weekday is its next one, which may be today. */
export const daysOf = (day: Day, today: Temporal.PlainDate) => {
  if (day === 'week') return { from: today, until: today.add({ days: 6 }) }
  const ahead = day === 'today' ? 0 : day === 'tomorrow' ? 1 : daysUntil(day, today)
  const date = today.add({ days: ahead })
  return { from: date, until: date }
}

/** Morning until noon, afternoon until five, then evening; the upper bound is excluded. */
export const hoursOf: Record<PartOfDay, { from: string; until: string }> = {
  morning: { from: '00:00', until: '12:00' },
  afternoon: { from: '12:00', until: '17:00' },
  evening: { from: '17:00', until: '24:00' },
}

/**
 * The one address under which an answer is kept: known parameters only, in one order.
 * `path` is without the language, such as /offers.
 */
export const canonicalAddress = (path: string, parameters: URLSearchParams): string => {
  const { filters, page } = readFilters(parameters)
  if (path === '/offers') return path + filtersQuery(filters, page)
  if (readForMonths.has(path)) return path + filtersQuery(lastingFilters(filters))
  if (knowsDistrict.has(path) && filters.district) return `${path}?district=${filters.district}`
  return path
}

/** What is near a district; everything without one. */
export const nearOf = (district: { code: string } | undefined): Filters =>
  district ? { district: district.code } : {}

/** Besides the list of offers, what looks different from another district; the home page has an empty path. */
const knowsDistrict = new Set(['', '/', '/centres', '/map.svg'])

const readForMonths = new Set(['/subscribe', '/calendar.ics', '/news.atom', '/news.rss', '/news.json'])

const daysUntil = (day: Exclude<Day, 'today' | 'tomorrow' | 'week'>, today: Temporal.PlainDate) =>
  (weekdays.indexOf(day) + 1 - today.dayOfWeek + 7) % 7

const oneOf =
  (values: readonly string[]) =>
  (value: string): string =>
    values.includes(value) ? value : ''
const matching = (pattern: RegExp) => (value: string) => (pattern.test(value) ? value : '')
const flag = oneOf(['yes'])

/** Each filter with what it accepts, in the order of the address. */
const accepted: Record<keyof Filters, (value: string) => string> = {
  q: value =>
    value
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 100),
  day: oneOf(days),
  part: oneOf(partsOfDay),
  age: value => (readAge(value) ? value : ''),
  district: matching(/^[a-z0-9-]{1,20}$/i),
  centre: matching(/^[a-z0-9-]{1,120}$/),
  language: matching(/^[a-z]{2,3}$/),
  topic: value => (isTopic(value) ? value : ''),
  kind: value => (isKind(value) ? value : ''),
  free: flag,
  'just-come': flag,
  places: flag,
  'step-free': flag,
  online: flag,
  ...(Object.fromEntries(eases.map(ease => [ease, flag])) as Record<Ease, typeof flag>),
}

const readPage = (value: string | null) => (/^[1-9]\d{0,3}$/.test(value ?? '') ? Number(value) : 1)
