import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { type AuditedAction, isAudited } from './audited.ts'
import { deletedKinds } from './delete-expired.ts'
import { mayReadAudit } from './permissions.ts'
import { managedBy } from './read-audit.ts'
import * as store from './store.ts'

/** What was deleted on one day, kind by kind, as counts. */
export type DeletionDay = { day: Temporal.PlainDate; kinds: { action: AuditedAction; amount: number }[] }

const daysShown = 90

/** What the runs of the last ninety days deleted at the providers somebody manages, the latest day first. */
export const readDeletions = (context: Context) =>
  inTransaction(context, async (tx): Promise<DeletionDay[]> => {
    const { city, actor } = context
    const providers = managedBy(context)
    for (const providerId of providers) requireThat(mayReadAudit(actor, providerId))
    const since = todayIn(context).subtract({ days: daysShown })
    const rows = await store.sumDeletions(tx, {
      ...{ cityId: city.id, providers, timeZone: city.timeZone, since, actions: deletedKinds },
    })
    const byDay = Map.groupBy(rows, ({ day }) => day.toString())
    return [...byDay].map(([day, kinds]) => ({
      day: Temporal.PlainDate.from(day),
      kinds: kinds.flatMap(({ action, amount }) => (isAudited(action) ? [{ action, amount }] : [])),
    }))
  })
