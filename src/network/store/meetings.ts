import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Meeting, MeetingFacts } from '../meeting.ts'

export type ListedMeeting = Pick<Meeting, 'id' | 'centreId' | 'heldOn' | 'place'> & {
  openTasks: number
}

/** Meetings of the own centres, the latest first. */
export const listMeetings = (tx: Tx, cityId: string): Promise<ListedMeeting[]> =>
  tx
    .selectFrom('networkMeetings as m')
    .leftJoin('networkTasks as t', join =>
      join.onRef('t.cityId', '=', 'm.cityId').onRef('t.meetingId', '=', 'm.id').on('t.doneAt', 'is', null),
    )
    .select(['m.id', 'm.centreId', 'm.heldOn', 'm.place'])
    .select(sql<number>`count(t.id)::int`.as('openTasks'))
    .where('m.cityId', '=', cityId)
    .groupBy(['m.cityId', 'm.id'])
    .orderBy('m.heldOn', 'desc')
    .limit(200)
    .execute()

export const findMeeting = (tx: Tx, cityId: string, id: string): Promise<Meeting | undefined> =>
  meetings(tx, cityId, id).executeTakeFirst()

/** Kept locked until the end, so that two colleagues do not write at once. */
export const lockMeeting = (tx: Tx, cityId: string, id: string): Promise<Meeting | undefined> =>
  meetings(tx, cityId, id).forUpdate().executeTakeFirst()

const meetings = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('networkMeetings')
    .select(['id', 'providerId', 'centreId', 'heldOn', 'place', 'agenda', 'decisions'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)

export const addMeeting = (
  tx: Tx,
  { facts, ...whose }: CentreRef & { cityId: string; id: string; facts: MeetingFacts },
) =>
  tx
    .insertInto('networkMeetings')
    .values({ ...whose, ...facts })
    .execute()

export const changeMeeting = (tx: Tx, cityId: string, id: string, facts: MeetingFacts) =>
  tx.updateTable('networkMeetings').set(facts).where('cityId', '=', cityId).where('id', '=', id).execute()
