import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { Context } from './context.ts'
import { closeUnusedSignIn } from './entrance.ts'
import { mayGrantSupport } from './permissions.ts'
import * as store from './store/support.ts'

/** Closes the families of a centre again before the agreed end. */
export const endSupport = (context: Context, grantId: string) =>
  inTransaction(context, async tx => {
    const { id: cityId } = context.city
    const grant = orNotFound(await store.findGrant(tx, cityId, grantId))
    requireThat(mayGrantSupport(context.actor, grant.providerId))
    await store.endGrant(tx, { cityId, id: grantId, now: context.now })
    await closeUnusedSignIn(tx, grant.accountId, context.now)
    await record(tx, context, {
      ...{ action: 'support.ended', providerId: grant.providerId, subjectId: grantId, fields: ['end'] },
    })
  })
