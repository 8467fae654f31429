import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { endSessionsOf } from './accounts.ts'
import { type Context, todayIn } from './context.ts'
import type { Identity } from './identity.ts'
import { mayEnd } from './permissions.ts'
import * as store from './store/people.ts'

/** Takes a role from somebody, from today on, and signs her out. */
export const endMembership = async (
  accounts: Pick<Identity, 'auth'>,
  context: Context,
  membershipId: string,
) => {
  const accountId = await inTransaction(context, async tx => {
    const [cityId, today] = [context.city.id, todayIn(context)]
    const person = orNotFound(await store.findPerson(tx, cityId, membershipId, today))
    requireThat(mayEnd(context.actor, person))
    requireThat(await store.endMembership(tx, { cityId, id: membershipId, today, now: context.now }))
    const { providerId } = person
    await record(tx, context, { action: 'membership.ended', providerId, subjectId: membershipId })
    return person.accountId
  })
  await endSessionsOf(accounts, accountId)
}
