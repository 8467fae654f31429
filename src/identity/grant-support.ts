import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { findAccount } from './accounts.ts'
import type { Context } from './context.ts'
import { type Entrance, openEntrance } from './entrance.ts'
import type { Identity } from './identity.ts'
import { mayGrantSupport } from './permissions.ts'
import { findCentre } from './store/people.ts'
import * as store from './store/support.ts'

type Granting = { centreId: string; email: string; days: number; reason: string }

export type GrantOutcome =
  | ({ outcome: 'granted' } & Entrance)
  | { outcome: 'unknown-account' }
  /** Administrators and the city office see no family through any path. */
  | { outcome: 'works-for-city' }

/** A provider lets somebody see the families of one of its centres for some days, and everybody there reads why. */
export const grantSupport = async (
  accounts: Pick<Identity, 'auth'>,
  context: Context,
  { centreId, email, days, reason }: Granting,
): Promise<GrantOutcome> => {
  const account = await findAccount(accounts, email)
  try {
    return await inTransaction(context, async (tx): Promise<GrantOutcome> => {
      const { providerId } = orNotFound(await findCentre(tx, context.city.id, centreId))
      const { actor, now } = context
      requireThat(mayGrantSupport(actor, providerId) && actor.kind === 'staff')
      if (!account) return { outcome: 'unknown-account' }
      const { id: accountId } = account
      const entrance = await openEntrance(accounts, tx, context, { accountId, answering: providerId })
      const subjectId = await store.addGrant(tx, {
        ...{ cityId: context.city.id, providerId, centreId, accountId, reason },
        ...{ grantedBy: actor.accountId, startsAt: now, endsAt: now.add({ hours: 24 * days }) },
      })
      await record(tx, context, {
        action: 'support.granted',
        providerId,
        subjectId,
        fields: ['centre', 'end'],
      })
      return { outcome: 'granted', ...entrance }
    })
  } catch (error) {
    if (!isAboutTheCity(error)) throw error
    return { outcome: 'works-for-city' }
  }
}

// A provider may not read who works for the city, so the database answers.
const isAboutTheCity = (error: unknown) =>
  error instanceof Error && 'constraint' in error && error.constraint === 'city_role_or_support_never_both'
