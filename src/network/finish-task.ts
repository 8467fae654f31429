import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { mayKeepNetwork } from './permissions.ts'
import { lockMeeting } from './store/meetings.ts'
import { tickTask } from './store/tasks.ts'

/** Ticks a task off, or opens it again. */
export const finishTask = (
  context: Context,
  { meetingId, taskId, isDone }: { meetingId: string; taskId: string; isDone: boolean },
) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const { providerId, centreId } = orNotFound(await lockMeeting(tx, cityId, meetingId))
    requireThat(mayKeepNetwork(context.actor, { centreId }))
    const doneAt = isDone ? context.now : null
    orNotFound((await tickTask(tx, { cityId, meetingId, id: taskId, doneAt })) || undefined)
    const action = isDone ? 'task.finished' : 'task.reopened'
    await record(tx, context, { action, providerId, subjectId: taskId })
  })
