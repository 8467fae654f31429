import type { Database } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { StaffMember } from './actor.ts'
import type { Auth } from './auth.ts'
import { type City, todayIn } from './context.ts'
import { findLedOffers, findMemberships, findSupportedCentres } from './store/staff.ts'

/** However busy somebody is, after this she signs in again. */
const longestSession = { hours: 10 }

type Surroundings = { auth: () => Promise<Auth>; db: Database; isDemo: boolean }

/**
 * Who is signed in by the cookies of a request, with the roles she holds in this city today. Without a second
 * factor she holds none, so neither page nor database shows her a name; demo accounts need none.
 */
export const staffMemberFor =
  ({ auth, db, isDemo }: Surroundings) =>
  async (headers: Headers, city: City, now: Temporal.Instant): Promise<StaffMember | null> => {
    if (!headers.get('cookie')?.includes('kieznetz.session_token=')) return null
    const { api, $context } = await auth()
    const found = await api.getSession({ headers })
    if (!found) return null
    const { session, user } = found
    const endsAt = instantOf(session.createdAt).add(longestSession)
    if (Temporal.Instant.compare(now, endsAt) >= 0) {
      await (await $context).internalAdapter.deleteSession(session.token)
      return null
    }
    if (user.isDemo && !isDemo) return null

    const someone = {
      ...({ kind: 'staff', accountId: user.id, name: user.name } as const),
      ...(session.provedAt && { provedAt: instantOf(session.provedAt) }),
    }
    if (!session.secondFactor && !user.isDemo)
      return { ...someone, ...withoutRights, lacksSecondFactor: true }
    return { ...someone, ...(await rightsOf(db, city, user.id, now)) }
  }

/** Reads them as herself: the policies let everybody see the own roles, grants and offers. */
const rightsOf = (db: Database, city: City, accountId: string, now: Temporal.Instant) => {
  const scope = { kind: 'staff', city: city.id, account: accountId } as const
  return inTransaction({ db, scope }, async tx => {
    const holder = { cityId: city.id, accountId }
    const today = todayIn({ now, city })
    return {
      memberships: await findMemberships(tx, holder, today),
      ledOffers: await findLedOffers(tx, holder, today),
      supportedCentres: await findSupportedCentres(tx, holder, now),
    }
  })
}

const withoutRights = { memberships: [], ledOffers: [], supportedCentres: [] }

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())
