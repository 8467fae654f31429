import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { endSessionsOf } from './accounts.ts'
import type { Context } from './context.ts'
import type { Identity } from './identity.ts'
import { mayGrantSupport } from './permissions.ts'
import * as store from './store/support.ts'

/** Closes the families of a centre again before the agreed end. */
export const endSupport = async (accounts: Pick<Identity, 'auth'>, context: Context, grantId: string) => {
  const { id: cityId } = context.city
  const accountId = await inTransaction(context, async tx => {
    const grant = orNotFound(await store.findGrant(tx, cityId, grantId))
    requireThat(mayGrantSupport(context.actor, grant.providerId))
    await store.endGrant(tx, { cityId, id: grantId, now: context.now })
    await record(tx, context, {
      ...{ action: 'support.ended', providerId: grant.providerId, subjectId: grantId, fields: ['end'] },
    })
    return grant.accountId
  })
  await endSessionsOf(accounts, accountId)
}
