import { inTransaction } from '../platform/database/transaction.ts'
import type { Context } from './context.ts'
import { mayGrantSupport } from './permissions.ts'
import { listCentresOf } from './store/people.ts'
import { type Grant, listGrants } from './store/support.ts'

export type ListedGrant = Grant & { isRunning: boolean; isEndable: boolean }

/** To whom the provider opened its families, and the centres for which the reader may do so. */
export const supportHere = (context: Context) =>
  inTransaction(context, async tx => {
    const { actor, city, now, scope } = context
    const grants = await listGrants(tx, city.id)
    const listed: ListedGrant[] = grants.map(grant => {
      const isRunning = Temporal.Instant.compare(grant.endsAt, now) > 0
      return { ...grant, isRunning, isEndable: isRunning && mayGrantSupport(actor, grant.providerId) }
    })
    return { grants: listed, centres: await listCentresOf(tx, city.id, [...(scope.providers ?? [])]) }
  })
