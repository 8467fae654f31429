import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { TaskOwner } from '../meeting.ts'

/** The tasks of a meeting: what is open first, by the day it is due. */
export const listTasks = (tx: Tx, cityId: string, meetingId: string) =>
  tx
    .selectFrom('networkTasks as t')
    .leftJoin('networkPartners as p', join =>
      join.onRef('p.cityId', '=', 't.cityId').onRef('p.id', '=', 't.partnerId'),
    )
    .select(['t.id', 't.words', 't.accountId', 'p.name as partnerName', 't.dueOn', 't.doneAt'])
    .where('t.cityId', '=', cityId)
    .where('t.meetingId', '=', meetingId)
    .orderBy(({ eb }) => eb('t.doneAt', 'is not', null))
    .orderBy('t.dueOn')
    .execute()

type Giving = CentreRef & {
  cityId: string
  id: string
  meetingId: string
  words: string
  owner: TaskOwner
  dueOn: Temporal.PlainDate
}

export const addTask = (tx: Tx, { owner, ...task }: Giving) =>
  tx
    .insertInto('networkTasks')
    .values({ ...task, accountId: null, partnerId: null, ...owner })
    .execute()

type Ticking = { cityId: string; meetingId: string; id: string; doneAt: Temporal.Instant | null }

/** Says whether there is such a task. */
export const tickTask = async (tx: Tx, { cityId, meetingId, id, doneAt }: Ticking) => {
  const { numUpdatedRows } = await tx
    .updateTable('networkTasks')
    .set({ doneAt })
    .where('cityId', '=', cityId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Tasks of the own centres that should have been done before this day. */
export const countOverdueTasks = async (tx: Tx, cityId: string, today: Temporal.PlainDate) => {
  const { overdue } = await tx
    .selectFrom('networkTasks')
    .select(({ fn }) => fn.countAll<number>().as('overdue'))
    .where('cityId', '=', cityId)
    .where('doneAt', 'is', null)
    .where('dueOn', '<', today)
    .executeTakeFirstOrThrow()
  return overdue
}

export const hasOpenTasks = async (tx: Tx, cityId: string, partnerId: string) =>
  (await tx
    .selectFrom('networkTasks')
    .select('id')
    .where('cityId', '=', cityId)
    .where('partnerId', '=', partnerId)
    .where('doneAt', 'is', null)
    .limit(1)
    .executeTakeFirst()) !== undefined
