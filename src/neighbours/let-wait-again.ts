import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { deleteUnapprovedOn } from './note.ts'
import { maySendNote } from './permissions.ts'
import * as store from './store/notes.ts'

/** Takes a note from the board until the team has looked at it once more; who answered it stays with it. */
export const letWaitAgain = (context: Context, { centreId }: Pick<CentreRef, 'centreId'>, noteId: string) =>
  inTransaction(context, tx => {
    requireThat(maySendNote(context.actor, { centreId }))
    return store.letWaitAgain(tx, context.city.id, noteId, deleteUnapprovedOn(todayIn(context)))
  })
