import { type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { maySetLimit } from './permissions.ts'
import * as store from './store/sms-months.ts'

/** What SMS cost the providers somebody answers for, in this month and the five before. */
export const readSmsCosts = (context: Context) =>
  inTransaction(context, async tx => {
    const since = todayIn(context).with({ day: 1 }).subtract({ months: 5 })
    const costs = await store.listMonths(tx, context.city.id, since)
    return costs.filter(({ providerId }) => maySetLimit(context.actor, providerId))
  })

export type SmsCosts = Awaited<ReturnType<typeof readSmsCosts>>[number]

/** From the next SMS on; when it is used up, the families stand on the list of calls. */
export const setSmsLimit = (context: Context, providerId: string, cents: number) =>
  inTransaction(context, async tx => {
    requireThat(maySetLimit(context.actor, providerId))
    await store.writeLimit(tx, context.city.id, providerId, cents)
    await record(tx, context, { action: 'sms.limited', providerId, subjectId: providerId, fields: ['cents'] })
  })
