import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { columnsOf, reachOf } from '../../reach/index.ts'
import type { Note } from '../note.ts'

type NewNote = Note & { onceKey: string; linkHash: Buffer; codeHash: Buffer }

/** Takes a note in. The same form sent twice is one note; the second time nothing is written. */
export const addNote = (tx: Tx, cityId: string, { reach, onceKey, ...note }: NewNote) =>
  tx
    .insertInto('neighbourNotes')
    .values({ ...note, ...columnsOf(reach), cityId, renderingKey: onceKey })
    .onConflict(conflict => conflict.doNothing())
    .execute()

/** The notes of the own centres: those that wait, longest first, then those that hang, the newest first. */
export const listNotes = async (tx: Tx, cityId: string): Promise<Note[]> => {
  const rows = await notes(tx, cityId)
    .orderBy(({ eb }) => eb('approvedAt', 'is not', null))
    .orderBy('approvedAt', 'desc')
    .orderBy('sentAt')
    .limit(200)
    .execute()
  return rows.map(asNote)
}

export const findNote = async (tx: Tx, cityId: string, id: string) =>
  asNote(orNotFound(await notes(tx, cityId).where('id', '=', id).executeTakeFirst()))

/** Kept locked until the end, so that two colleagues do not approve at once. */
export const lockNote = async (tx: Tx, cityId: string, id: string) =>
  asNote(orNotFound(await notes(tx, cityId).where('id', '=', id).forUpdate().executeTakeFirst()))

export const countWaitingNotes = async (tx: Tx, cityId: string) => {
  const { waiting } = await tx
    .selectFrom('neighbourNotes')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('cityId', '=', cityId)
    .where('approvedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return waiting
}

/** Whose code somebody shows at the desk. */
export const findNoteByCode = (tx: Tx, cityId: string, codeHash: Buffer) =>
  tx
    .selectFrom('neighbourNotes')
    .select('id')
    .where('cityId', '=', cityId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()

type Approving = Pick<
  Note,
  'kind' | 'language' | 'title' | 'words' | 'approvedAt' | 'shownUntil' | 'deleteOn'
>

export const saveApproval = (tx: Tx, cityId: string, id: string, approving: Approving) =>
  tx.updateTable('neighbourNotes').set(approving).where('cityId', '=', cityId).where('id', '=', id).execute()

/** All that the desk may do with a note that hangs. */
export const letWaitAgain = (tx: Tx, cityId: string, id: string, deleteOn: Temporal.PlainDate) =>
  sql`select let_note_wait_again(${cityId}, ${id}, ${deleteOn})`.execute(tx)

export const deleteNote = (tx: Tx, cityId: string, id: string) =>
  tx.deleteFrom('neighbourNotes').where('cityId', '=', cityId).where('id', '=', id).execute()

/** Deletes notes whose day has come, with all who were interested, and says whose they were. */
export const deleteNotes = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'neighbourNotes', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })

const notes = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('neighbourNotes')
    .select(['id', 'providerId', 'centreId', 'kind', 'language', 'title', 'words'])
    .select(['reachBy', 'phone', 'email', 'sentAt', 'approvedAt', 'shownUntil', 'deleteOn'])
    .where('cityId', '=', cityId)

type Row = Awaited<ReturnType<ReturnType<typeof notes>['execute']>>[number]

const asNote = ({ reachBy, phone, email, ...row }: Row): Note => ({
  ...row,
  reach: reachOf({ reachBy, phone, email }),
})
