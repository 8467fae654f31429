import type { CentreRef } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { columnsOf, reachOf } from '../../reach/index.ts'
import type { Interest } from '../note.ts'

type NewInterest = CentreRef &
  Omit<Interest, 'title' | 'passedOnAt'> & { onceKey: string; linkHash: Buffer; codeHash: Buffer }

/** Takes in that somebody is interested; the same form sent twice is one interest. */
export const addInterest = (tx: Tx, cityId: string, { reach, onceKey, ...interest }: NewInterest) =>
  tx
    .insertInto('neighbourInterests')
    .values({ ...interest, ...columnsOf(reach), cityId, renderingKey: onceKey })
    .onConflict(conflict => conflict.doNothing())
    .execute()

/** Who is interested in notes of the own centres and was not passed on yet, longest waiting first. */
export const listWaitingInterests = async (tx: Tx, cityId: string): Promise<Interest[]> => {
  const rows = await interests(tx, cityId)
    .where('i.passedOnAt', 'is', null)
    .orderBy('i.sentAt')
    .limit(200)
    .execute()
  return rows.map(asInterest)
}

export const listInterestsIn = async (tx: Tx, cityId: string, noteId: string): Promise<Interest[]> => {
  const rows = await interests(tx, cityId)
    .where('i.noteId', '=', noteId)
    .orderBy('i.sentAt')
    .limit(200)
    .execute()
  return rows.map(asInterest)
}

/** Kept locked until the end; says to whom it belongs and whether it was passed on before. */
export const lockInterest = (tx: Tx, cityId: string, id: string) =>
  tx
    .selectFrom('neighbourInterests')
    .select(['id', 'noteId', 'providerId', 'centreId', 'passedOnAt'])
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const savePassedOn = (tx: Tx, cityId: string, id: string, passedOnAt: Temporal.Instant) =>
  tx
    .updateTable('neighbourInterests')
    .set({ passedOnAt })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

export const countWaitingInterests = async (tx: Tx, cityId: string) => {
  const { waiting } = await tx
    .selectFrom('neighbourInterests')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('cityId', '=', cityId)
    .where('passedOnAt', 'is', null)
    .executeTakeFirstOrThrow()
  return waiting
}

/** The note to which the code leads that somebody who is interested shows at the desk. */
export const findNoteOfInterest = (tx: Tx, cityId: string, codeHash: Buffer) =>
  tx
    .selectFrom('neighbourInterests')
    .select('noteId as id')
    .where('cityId', '=', cityId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()

const interests = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('neighbourInterests as i')
    .innerJoin('neighbourNotes as n', join =>
      join.onRef('n.cityId', '=', 'i.cityId').onRef('n.id', '=', 'i.noteId'),
    )
    .select(['i.id', 'i.noteId', 'n.title', 'i.words', 'i.reachBy', 'i.phone', 'i.email', 'i.language'])
    .select(['i.sentAt', 'i.passedOnAt'])
    .where('i.cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof interests>['execute']>>[number]

const asInterest = ({ reachBy, phone, email, ...row }: Row): Interest => ({
  ...row,
  reach: reachOf({ reachBy, phone, email }),
})
