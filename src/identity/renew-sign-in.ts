import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { issueSetUpToken } from './accounts.ts'
import { type Context, todayIn } from './context.ts'
import { mailProofLink } from './entrance.ts'
import type { Identity } from './identity.ts'
import { mayEnd } from './permissions.ts'
import { findPerson } from './store/people.ts'
import * as store from './store/sign-ins.ts'

export type RenewOutcome =
  | { outcome: 'renewed'; name: string; setUpToken: string }
  /** She also works elsewhere, and a link would open that too; the operator can help. */
  | { outcome: 'works-elsewhere' }
  /** What she may do here does not count yet, so she is mailed once more the link that makes the account hers. */
  | { outcome: 'mailed'; name: string }

/** Password forgotten, phone lost: takes all ways into an account away and gives a new one-time link. */
export const renewSignIn = async (
  accounts: Pick<Identity, 'auth'>,
  context: Context,
  membershipId: string,
): Promise<RenewOutcome> => {
  const { id: cityId } = context.city
  return inTransaction(context, async (tx): Promise<RenewOutcome> => {
    const person = orNotFound(await findPerson(tx, cityId, membershipId, todayIn(context)))
    requireThat(mayEnd(context.actor, person) && !person.isDemo)
    const { accountId, providerId, name } = person
    await store.lockAccount(tx, accountId)
    const providers = providerId === null ? [] : [...(context.scope.providers ?? [])]
    if (!(await store.worksOnlyFor(tx, { accountId, cityId, providers, now: context.now }))) {
      if (await store.countsFor(tx, accountId, providerId ?? cityId)) return { outcome: 'works-elsewhere' }
      await mailProofLink(tx, context, accountId)
      return { outcome: 'mailed', name }
    }
    await store.clearSignIn(tx, accountId, providerId === null ? [cityId] : providers)
    await record(tx, context, { action: 'sign-in.renewed', providerId, subjectId: membershipId })
    return { outcome: 'renewed', name, setUpToken: await issueSetUpToken(accounts, accountId) }
  })
}
