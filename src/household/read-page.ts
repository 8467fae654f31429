import { type Context, nobodysDesk, type PageVars, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotFound } from '../platform/refusals.ts'
import { hashOfLink, isLink } from '../platform/web/keys.ts'
import { type DatedEntry, findDated, findDatedSession } from '../programme/index.ts'
import { isLive } from '../registration/index.ts'
import { findPage, listStored, type OnPage, type StoredRegistration } from './store.ts'

export type AtDesk = PageVars['atDesk']

/** A date of the family, with who comes; or that they said they do not. */
export type FamilyDate = { entry: DatedEntry; names: readonly string[]; isAway: boolean }

/** All registrations that the family of a link has put on one page, the own one among them. */
export const findRegistrations = async (atDesk: AtDesk, link: string): Promise<[OnPage, ...OnPage[]]> => {
  if (!isLink(link)) throw new NotFound()
  const desk = atDesk(nobodysDesk)
  const [first, ...others] = await inTransaction(desk, tx =>
    findPage(tx, desk.city.id, hashOfLink(link), desk.now),
  )
  if (!first) throw new NotFound()
  return [first, ...others]
}

/** What is stored of a family, read centre by centre: no desk sees more than its own. */
export const readPage = async (atDesk: AtDesk, link: string) => {
  const byCentre = Map.groupBy(await findRegistrations(atDesk, link), ({ centreId }) => centreId)
  const read = async ([first, ...others]: OnPage[]) => {
    if (!first) return []
    const desk = atDesk(first)
    const ids = [first, ...others].map(({ registrationId }) => registrationId)
    return inTransaction(desk, tx => listStored(tx, desk, ids))
  }
  const stored = (await Promise.all([...byCentre.values()].map(read))).flat()
  return stored.sort((one, other) => Temporal.Instant.compare(one.startsAt, other.startsAt))
}

const datesOfOne = 200

/** The dates to which a family comes, from a month back to half a year ahead, in order of time. */
export const datesOf = async (
  context: Context,
  registrations: readonly StoredRegistration[],
): Promise<FamilyDate[]> => {
  const today = todayIn(context)
  const days = { from: today.subtract({ days: 30 }), until: today.add({ days: 180 }), limit: datesOfOne }
  const coming = registrations.filter(({ state }) => isLive(state) && state !== 'waiting')
  const dates = await Promise.all(
    coming.map(async ({ sessionId, offerSlug, called, childNames, awayAt }) => {
      const single = sessionId && (await findDatedSession(context, sessionId))
      const entries = sessionId ? [single] : await findDated(context, { ...days, offer: offerSlug })
      const names = childNames.length > 0 ? childNames : [called]
      return entries.flatMap(entry =>
        entry ? [{ entry, names, isAway: awayAt.includes(entry.session.id) }] : [],
      )
    }),
  )
  return dates
    .flat()
    .sort((one, other) => Temporal.Instant.compare(one.entry.session.startsAt, other.entry.session.startsAt))
}

/** The dates to which nobody of the family comes, by the id of the session. */
export const awayFrom = (dates: readonly FamilyDate[]): ReadonlySet<string> => {
  const comes = new Set(dates.filter(({ isAway }) => !isAway).map(({ entry }) => entry.session.id))
  return new Set(dates.map(({ entry }) => entry.session.id).filter(id => !comes.has(id)))
}
