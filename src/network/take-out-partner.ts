import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayKeepNetwork } from './permissions.ts'
import * as store from './store/partners.ts'
import { hasOpenTasks } from './store/tasks.ts'

export type TakeOutOutcome = { outcome: 'taken-out' | 'has-tasks' }

/** Takes a partner out, with its contact persons and agreements; what it still has to do is settled first. */
export const takeOutPartner = (context: Context, id: string) =>
  inTransaction(context, async (tx): Promise<TakeOutOutcome> => {
    const cityId = context.city.id
    const { providerId, centreId } = orNotFound(await store.lockPartner(tx, cityId, id))
    requireThat(mayKeepNetwork(context.actor, { centreId }))
    if (await hasOpenTasks(tx, cityId, id)) return { outcome: 'has-tasks' }

    await store.deletePartner(tx, cityId, id)
    await record(tx, context, { action: 'partner.taken-out', providerId, subjectId: id })
    return { outcome: 'taken-out' }
  })
