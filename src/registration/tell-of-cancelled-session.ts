import type { Context } from '../identity/index.ts'
import type { CancelReason } from '../outreach/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { isToldOf } from './families-of.ts'
import { type Letter, lettersTo } from './letters-to.ts'
import { isLive, type Registration } from './registration.ts'
import * as intakes from './store/intakes.ts'
import * as store from './store/registrations.ts'
import { tell } from './tell.ts'

export type SessionNews = { startsAt: Temporal.Instant; reason: CancelReason; note: string }

/** How many families get a mail, how many somebody has to call, and how many left neither address nor number. */
export type Told = { byMail: number; toCall: number; notReached: number }

/**
 * Tells every family that holds or waits for a place that a session does not take place, in the transaction that
 * cancels it. Nobody can register for a single session any more; the rest of a course goes on.
 */
export const tellOfCancelledSession = async (
  tx: Tx,
  context: Context,
  intakeId: string,
  news: SessionNews,
): Promise<Told> => {
  const cityId = context.city.id
  const intake = await intakes.lockIntake(tx, cityId, intakeId)
  if (!intake) return toldOf([])
  if (intake.sessionId) await intakes.setStopped(tx, cityId, intakeId, true)

  const concerned = await listConcerned(tx, cityId, intakeId)
  const { startsAt, reason, note } = news
  // When the others of a course end is not said of this one.
  const thatDay = { ...intake, startsAt, ends: null }
  for (const registration of concerned) {
    await tell(tx, context, 'session-cancelled', registration, thatDay, { reason, note })
  }
  return toldOf(concerned)
}

/** What the families would be told, once in each of their languages. */
export const previewOfCancelling = async (
  tx: Tx,
  context: Context,
  intakeId: string,
  { startsAt, reason, note }: SessionNews,
): Promise<Letter[]> => {
  const intake = await intakes.findIntake(tx, context.city.id, intakeId)
  const concerned = await listConcerned(tx, context.city.id, intakeId)
  const { place, isElsewhere } = intake ?? { place: '', isElsewhere: false }
  const at = { place, isElsewhere, startsAt, ends: null }
  return lettersTo(tx, context, 'session-cancelled', concerned, () => ({ at, news: { reason, note } }))
}

/** How the families would be reached if a session of this intake were cancelled now. */
export const toldOfIntake = async (tx: Tx, cityId: string, intakeId: string): Promise<Told> =>
  toldOf(await listConcerned(tx, cityId, intakeId))

const listConcerned = async (tx: Tx, cityId: string, intakeId: string) =>
  (await store.listRegistrations(tx, cityId, intakeId)).filter(
    registration => isLive(registration.state) && isToldOf(registration),
  )

/**
 * Each family once, however many of its registrations are concerned and wherever it reads the letters: all of a family
 * stands on one page (docs/decisions/0033). One that gets a mail needs no call besides.
 */
export const toldOf = (concerned: readonly Pick<Registration, 'pageId' | 'household'>[]): Told => {
  const families = [...Map.groupBy(concerned, ({ pageId }) => pageId).values()]
  const ways = families.map(family => {
    const kinds = family.map(({ household }) => household.contact.kind)
    return waysToTell.find(way => kinds.includes(way))
  })
  const reachedBy = (way: Way) => ways.filter(each => each === way).length
  return { byMail: reachedBy('email'), toCall: reachedBy('phone'), notReached: reachedBy('none') }
}

type Way = Registration['household']['contact']['kind']

/** The one that reaches it soonest first. */
const waysToTell: readonly Way[] = ['email', 'phone', 'none']
