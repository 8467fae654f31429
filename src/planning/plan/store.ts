import type { Tx } from '../../platform/database/connect.ts'
import type { Answers, Draft } from './draft.ts'

export const insertDraft = (tx: Tx, cityId: string, { answers, ...draft }: Draft) =>
  tx
    .insertInto('offerDrafts')
    .values({ ...draft, cityId, answers: JSON.stringify(answers) })
    .execute()

/** Nothing where a draft has this id already; says how many were written. */
export const insertNewDraft = async (tx: Tx, cityId: string, { answers, ...draft }: Draft) => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('offerDrafts')
    .values({ ...draft, cityId, answers: JSON.stringify(answers) })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

/** A draft that has not expired; the policies let everybody see the own ones only. */
export const findDraft = (tx: Tx, cityId: string, id: string, now: Temporal.Instant) =>
  draftsIn(tx, cityId, now).where('id', '=', id).forUpdate().executeTakeFirst()

/** What somebody has begun at a centre, the latest first. */
export const listDrafts = (
  tx: Tx,
  cityId: string,
  { accountId, centreId }: { accountId: string; centreId: string },
  now: Temporal.Instant,
) =>
  draftsIn(tx, cityId, now)
    .where('accountId', '=', accountId)
    .where('centreId', '=', centreId)
    .orderBy('changedAt', 'desc')
    .execute()

export const findDraftOf = (
  tx: Tx,
  cityId: string,
  { accountId, offerId }: { accountId: string; offerId: string },
  now: Temporal.Instant,
) =>
  draftsIn(tx, cityId, now)
    .where('accountId', '=', accountId)
    .where('offerId', '=', offerId)
    .orderBy('changedAt', 'desc')
    .limit(1)
    .executeTakeFirst()

export const writeAnswers = (
  tx: Tx,
  cityId: string,
  { id, answers, changedAt, expiresAt }: Pick<Draft, 'id' | 'answers' | 'changedAt' | 'expiresAt'>,
) =>
  tx
    .updateTable('offerDrafts')
    .set({ answers: JSON.stringify(answers), changedAt, expiresAt })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

export const deleteDraft = (tx: Tx, cityId: string, id: string) =>
  tx.deleteFrom('offerDrafts').where('cityId', '=', cityId).where('id', '=', id).execute()

const draftsIn = (tx: Tx, cityId: string, now: Temporal.Instant) =>
  tx
    .selectFrom('offerDrafts')
    .select(['id', 'centreId', 'providerId', 'accountId', 'offerId', 'answers', 'changedAt', 'expiresAt'])
    .$narrowType<{ answers: Answers }>()
    .where('cityId', '=', cityId)
    .where('expiresAt', '>', now)
