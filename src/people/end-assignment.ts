import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayManagePost } from './permissions.ts'
import * as store from './store/posts.ts'

export type EndOutcome = { outcome: 'ended' } | { outcome: 'before-start' }

/** Somebody holds a post, or stands in, for the last time on this day. Her name goes three years later. */
export const endAssignment = (
  context: Context,
  { centreId, id, lastDay }: { centreId: string; id: string; lastDay: Temporal.PlainDate },
) =>
  inTransaction(context, async (tx): Promise<EndOutcome> => {
    const cityId = context.city.id
    const assignment = orNotFound(await store.lockAssignment(tx, cityId, id))
    requireThat(assignment.centreId === centreId && mayManagePost(context.actor, assignment))
    if (Temporal.PlainDate.compare(lastDay, assignment.from) < 0) return { outcome: 'before-start' }

    await store.endAssignment(tx, cityId, id, lastDay.add({ days: 1 }))
    const { providerId } = assignment
    await record(tx, context, { action: 'post.left', providerId, subjectId: id, fields: ['until'] })
    return { outcome: 'ended' }
  })
