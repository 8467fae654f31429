import type { Database } from '../platform/database/connect.ts'
import type { Scope } from '../platform/database/transaction.ts'
import type { Language } from '../platform/wording/wording.ts'
import { type Actor, scopeOf } from './actor.ts'

/** The city a request or a job is about; the host name leads to it. */
export type City = {
  id: string
  slug: string
  timeZone: string
  /** Country and state as date-holidays names them, such as DE and HE. */
  country: string
  state: string
  languages: readonly Language[]
  /** Its main colour, `#rrggbb`. */
  colour: string
  /** Where somebody is led who leaves quickly: a page anybody might be looking at. */
  leaveTo: string
  /** What the network and the place are called, by language. */
  names: Partial<Record<string, { name: string; place: string }>>
}

/** All that a use case may know of its surroundings. It is an argument, never a global. */
export type Context = {
  city: City
  actor: Actor
  db: Database
  scope: Scope
  now: Temporal.Instant
  language: Language
}

type Surroundings = Omit<Context, 'scope'>

/** Adds what the database is told about the one who acts. */
export const contextFor = (surroundings: Surroundings): Context => ({
  ...surroundings,
  scope: scopeOf(surroundings.city.id, surroundings.actor),
})

/** The same surroundings, somebody else acting. */
export const actingAs = (context: Context, actor: Actor): Context => contextFor({ ...context, actor })

/** The local day in the city. */
export const todayIn = ({ now, city }: Pick<Context, 'now' | 'city'>) =>
  now.toZonedDateTimeISO(city.timeZone).toPlainDate()

/** The next midnight in the city. */
export const endOfTodayIn = ({ now, city }: Pick<Context, 'now' | 'city'>) =>
  now.toZonedDateTimeISO(city.timeZone).add({ days: 1 }).startOfDay().toInstant()

/** What the network of the city is called in a language, or in the one there is. */
export const networkName = ({ city, language }: Pick<Context, 'city' | 'language'>) =>
  city.names[language]?.name ?? Object.values(city.names)[0]?.name ?? city.slug
