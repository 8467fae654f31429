import { sql } from 'kysely'
import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'

export type GroupNotice = {
  id: string
  words: string
  language: string
  writtenAt: Temporal.Instant
  shownUntil: Temporal.PlainDate
}

/** What the families of a group are told now, the latest first. */
export const listNotices = (
  tx: Tx,
  cityId: string,
  offerId: string,
  today: Temporal.PlainDate,
): Promise<GroupNotice[]> =>
  tx
    .selectFrom('groupNotices')
    .select(['id', 'words', 'language', 'writtenAt', 'shownUntil'])
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('shownUntil', '>=', today)
    .orderBy('writtenAt', 'desc')
    .execute()

/** False where this very form was sent before. */
export const insertNotice = async (
  tx: Tx,
  notice: CentreRef & GroupNotice & { cityId: string; offerId: string },
) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('groupNotices')
    .values(notice)
    .onConflict(conflict => conflict.columns(['cityId', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const deleteNotice = (tx: Tx, cityId: string, offerId: string, id: string) =>
  tx
    .deleteFrom('groupNotices')
    .where('cityId', '=', cityId)
    .where('offerId', '=', offerId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()

/** Those whose last day is over. */
export const deleteGroupNotices = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'groupNotices', { cityId, hasEnded: sql`shown_until < ${today}`, limit })
