import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { issueSetUpToken } from './accounts.ts'
import { type Context, todayIn } from './context.ts'
import type { Identity } from './identity.ts'
import { mayEnd } from './permissions.ts'
import * as store from './store/people.ts'

export type RenewOutcome =
  | { outcome: 'renewed'; name: string; setUpToken: string }
  /** She also works elsewhere, and a link would open that too; the operator can help. */
  | { outcome: 'works-elsewhere' }

/** Password forgotten, phone lost: takes all ways into an account away and gives a new one-time link. */
export const renewSignIn = async (
  accounts: Pick<Identity, 'auth'>,
  context: Context,
  membershipId: string,
): Promise<RenewOutcome> => {
  const { id: cityId } = context.city
  const renewed = await inTransaction(context, async tx => {
    const person = orNotFound(await store.findPerson(tx, cityId, membershipId, todayIn(context)))
    requireThat(mayEnd(context.actor, person) && !person.isDemo)
    const { accountId, providerId } = person
    const providers = providerId === null ? [] : [...(context.scope.providers ?? [])]
    if (!(await store.worksOnlyFor(tx, { accountId, cityId, providers, now: context.now }))) return undefined
    await store.clearSignIn(tx, accountId)
    await record(tx, context, { action: 'sign-in.renewed', providerId, subjectId: membershipId })
    return person
  })
  if (!renewed) return { outcome: 'works-elsewhere' }
  const setUpToken = await issueSetUpToken(accounts, renewed.accountId)
  return { outcome: 'renewed', name: renewed.name, setUpToken }
}
