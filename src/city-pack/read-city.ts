import * as v from 'valibot'
import { isKnownState } from '../planning/index.ts'
import { colour, email, id, language } from './cells.ts'
import { type Fault, Unfit } from './faults.ts'
import type { Json, JsonPath } from './read-json.ts'
import { suggestion } from './read-table.ts'

/** A value of city.json that is read like a cell of a table. */
const like = (read: (cell: string) => unknown) =>
  v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const value = dataset.typed ? read(dataset.value) : undefined
      if (value instanceof Unfit) addIssue({ message: JSON.stringify([value.code, value.about]) })
    }),
  )

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const inLanguages = (text: typeof short | typeof long) => v.record(like(language), text)
const long = v.pipe(v.string(), v.maxLength(20_000))

const citySchema = v.strictObject({
  id: like(id(60)),
  name: inLanguages(short),
  place: inLanguages(short),
  hosts: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9.-]{1,253}$/))), v.minLength(1)),
  timeZone: short,
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  state: short,
  languages: v.pipe(v.array(like(language)), v.minLength(1)),
  colour: like(colour),
  office: v.strictObject({
    name: short,
    address: v.optional(short),
    email: v.optional(like(email)),
    phone: v.optional(short),
  }),
  imprint: inLanguages(long),
  leaveTo: v.optional(v.pipe(short, v.regex(/^https:\/\/[^\s"]+$/)), 'https://www.tagesschau.de/'),
  openData: v.optional(
    v.strictObject({
      municipalityKey: v.optional(v.pipe(v.string(), v.regex(/^\d{8}$/))),
      licence: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9.-]+(\/[a-z0-9.-]+)?$/))),
    }),
    {},
  ),
  attributions: v.optional(
    v.array(
      v.strictObject({
        title: short,
        holder: short,
        licence: short,
        licenceUrl: v.optional(short),
        source: v.optional(short),
        changes: v.optional(long),
      }),
    ),
    [],
  ),
})

export type CityFile = v.InferOutput<typeof citySchema>

/** The city with its name, hosts, clock and languages. */
export const readCity = async (json: Json, faults: Fault[]): Promise<CityFile | undefined> => {
  const result = v.safeParse(citySchema, json.value)
  if (!result.success) {
    faults.push(...result.issues.map(issue => faultOf(issue, json)))
    return undefined
  }
  const city = result.output
  const found = [...(await clockFaults(city, json)), ...languageFaults(city, json)]
  faults.push(...found)
  return found.length > 0 ? undefined : city
}

const faultOf = (issue: v.BaseIssue<unknown>, json: Json): Fault => {
  const path = (issue.path ?? []).map(item => item.key as string | number)
  if (issue.message.startsWith('[')) {
    const [code, about] = JSON.parse(issue.message)
    return json.fault(path, code, about)
  }
  if (issue.expected === 'never') {
    const known = Object.keys(citySchema.entries)
    return json.fault(path, 'unknown-field', suggestion(String(path.at(-1)), path.length === 1 ? known : []))
  }
  if (issue.received === 'undefined') return json.fault(path, 'missing-field')
  return json.fault(path, 'wrong-field', {
    expected: issue.expected ?? String(issue.requirement),
    value: issue.received,
  })
}

const clockFaults = async ({ timeZone, country, state }: CityFile, json: Json) => [
  ...(isTimeZone(timeZone) ? [] : [json.fault(['timeZone'], 'unknown-time-zone', { value: timeZone })]),
  ...((await isKnownState(country, state))
    ? []
    : [json.fault(['state'], 'unknown-state', { value: state, country })]),
]

const isTimeZone = (timeZone: string) => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
    return true
  } catch {
    return false
  }
}

/** The name and the place are needed in every language of the city. */
const languageFaults = (city: CityFile, json: Json) =>
  (['name', 'place'] as const).flatMap(field =>
    city.languages
      .filter(language => !city[field][language])
      .map(language => json.fault([field, language] satisfies JsonPath, 'missing-field')),
  )
