import { randomUUIDv7 } from 'node:crypto'
import { type Context, listTeam, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import type { Meeting, TaskOwner } from './meeting.ts'
import { mayKeepNetwork } from './permissions.ts'
import { type Refused, unlessRefused } from './refused.ts'
import { lockMeeting } from './store/meetings.ts'
import { lockPartner } from './store/partners.ts'
import * as store from './store/tasks.ts'

export type Giving = { words: string; owner: TaskOwner; dueOn: Temporal.PlainDate }
export type GiveOutcome = { outcome: 'given' } | Refused

/** Gives what was agreed at a meeting to exactly one: somebody of the team, or a partner of the same centre. */
export const giveTask = (context: Context, meetingId: string, giving: Giving) =>
  unlessRefused(() =>
    inTransaction(context, async (tx): Promise<GiveOutcome> => {
      const cityId = context.city.id
      const meeting = orNotFound(await lockMeeting(tx, cityId, meetingId))
      const { providerId, centreId } = meeting
      requireThat(mayKeepNetwork(context.actor, meeting))
      orNotFound((await belongsHere(tx, context, meeting, giving.owner)) || undefined)

      const id = randomUUIDv7()
      await store.addTask(tx, { ...giving, cityId, providerId, centreId, meetingId, id })
      await record(tx, context, { action: 'task.given', providerId, subjectId: id })
      return { outcome: 'given' }
    }),
  )

const belongsHere = async (tx: Tx, context: Context, { centreId }: Meeting, owner: TaskOwner) => {
  const cityId = context.city.id
  if ('partnerId' in owner) return (await lockPartner(tx, cityId, owner.partnerId))?.centreId === centreId
  const team = await listTeam(tx, { cityId, centreId }, todayIn(context))
  return team.some(({ accountId }) => accountId === owner.accountId)
}
