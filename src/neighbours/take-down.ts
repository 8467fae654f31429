import type { Context } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { mayKeepPinboard } from './permissions.ts'
import * as store from './store/notes.ts'

/** The team takes a note down, hanging or not; it is gone at once with all contacts. */
export const takeDown = (context: Context, noteId: string) =>
  inTransaction(context, async tx => {
    const note = await store.lockNote(tx, context.city.id, noteId)
    requireThat(mayKeepPinboard(context.actor, note), note)
    await store.deleteNote(tx, context.city.id, noteId)
    const { providerId } = note
    await record(tx, context, { action: 'note.taken-down', providerId, subjectId: noteId })
  })
