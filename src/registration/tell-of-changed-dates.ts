import type { Context } from '../identity/index.ts'
import { type ChangedDate, notify } from '../outreach/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { type FamilyOf, familiesOf, isToldOf } from './families-of.ts'
import { type Letter, lettersTo } from './letters-to.ts'
import { paths } from './paths.ts'
import { isLive, type Registration } from './registration.ts'
import * as households from './store/households.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'
import { messageFor, newLinkTo, type ToTell } from './tell.ts'
import { type Told, toldOf } from './tell-of-cancelled-session.ts'

/** What is new about a date for those who registered for it, or for the course it belongs to. */
export type DateNews = {
  intakeId: string
  /** When it was to begin, where that has changed. */
  was?: Temporal.Instant | undefined
  startsAt: Temporal.Instant
  ends: Temporal.PlainTime | null
  /** Where it is held now; whether that is new, and another place than the offer's. */
  place: string
  hasNewPlace: boolean
  hasOwnPlace: boolean
  /** Who leads it now, where that has changed. */
  leader?: string | undefined
  /** It was cancelled and takes place after all. */
  again?: boolean
}

/**
 * Tells families what has changed about dates they hold or wait for a place at. However many of its dates one change
 * touches, a household hears of it once, in its language.
 */
export const tellOfChangedDates = async (
  tx: Tx,
  context: Context,
  news: readonly DateNews[],
): Promise<Told> => {
  const families = await listFamilies(tx, context.city.id, news)
  for (const family of families) await tellFamily(tx, context, family)
  return toldOf(families.flatMap(({ registrations }) => registrations))
}

/** Tells them that a cancelled date takes place after all, and lets others register for it again. */
export const tellOfSessionAgain = async (tx: Tx, context: Context, news: DateNews): Promise<Told> => {
  const intake = await intakes.lockIntake(tx, context.city.id, news.intakeId)
  if (intake?.sessionId) await intakes.setStopped(tx, context.city.id, intake.id, false)
  return tellOfChangedDates(tx, context, [{ ...news, again: true }])
}

/** The same as it would be, with what families would read, before anything is changed. */
export const previewOfChangedDates = async (
  tx: Tx,
  context: Context,
  news: readonly DateNews[],
): Promise<{ told: Told; letters: Letter[] }> => {
  const families = await listFamilies(tx, context.city.id, news)
  const heads = families.map(({ registrations: [head] }) => head)
  const letters = await lettersTo(tx, context, 'dates-changed', heads, head =>
    tellingOf(families.find(({ registrations: [first] }) => first === head)?.registrations ?? []),
  )
  return { told: toldOf(heads), letters }
}

type Concerned = Registration & { news: readonly DateNews[] }

/** A household that registered for several dates has as many entries; one page and one address make it one family. */
const listFamilies = async (tx: Tx, cityId: string, news: readonly DateNews[]) => {
  const byIntake = Map.groupBy(news, ({ intakeId }) => intakeId)
  const registrations = await store.listRegistrationsOf(tx, cityId, [...byIntake.keys()])
  const concerned = registrations
    .filter(registration => isLive(registration.state) && isToldOf(registration))
    .map((registration): Concerned => ({ ...registration, news: byIntake.get(registration.intakeId) ?? [] }))
  return familiesOf(concerned)
}

const tellFamily = async (tx: Tx, context: Context, { contact, registrations }: FamilyOf<Concerned>) => {
  const [head] = registrations
  const household = { ...head.household, contact }
  const links: string[] = []
  if (!contact.neutral) for (const each of registrations) links.push(await newLinkTo(tx, context, each))
  const names = await households.namesFor(tx, context.city.id, head, household.language)
  const addresses = links.map(link => paths.manage(household.language, link))
  const { at, news } = tellingOf(registrations, registrations.length > 1 ? addresses : [])
  const keys = { link: links[0] ?? '' }
  await notify(tx, context, messageFor('dates-changed', { ...head, household }, at, { names, keys, news }))
}

const tellingOf = (family: readonly Concerned[], addresses: readonly string[] = []): ToTell => {
  const news = family.flatMap((concerned, index) =>
    concerned.news.map((date, number) => ({
      date,
      // Where one registration is for several dates, its page is named once, below the last.
      address: number === concerned.news.length - 1 ? addresses[index] : undefined,
    })),
  )
  const inOrder = news.sort((one, other) => Temporal.Instant.compare(one.date.startsAt, other.date.startsAt))
  const first = inOrder[0]?.date
  if (!first) throw new Error('Nobody is told nothing')
  // The street of the centre would lead astray.
  const isElsewhere = inOrder.some(({ date }) => date.hasNewPlace || date.hasOwnPlace)
  const isOnePlace = inOrder.every(({ date }) => date.place === first.place && !date.hasNewPlace)
  return {
    at: { startsAt: first.startsAt, ends: first.ends, place: isOnePlace ? first.place : '', isElsewhere },
    news: { dates: inOrder.map(({ date, address }) => factsOf(date, address)) },
  }
}

const factsOf = (
  { was, startsAt, ends, place, hasNewPlace, leader, again }: DateNews,
  manageAddress: string | undefined,
): ChangedDate => ({
  ...(was && { was: was.toString() }),
  ...(again && { again }),
  startsAt: startsAt.toString(),
  ...(ends && { ends: ends.toString() }),
  ...(hasNewPlace && { place }),
  ...(leader && { leader }),
  ...(manageAddress && { manageAddress }),
})
