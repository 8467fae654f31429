import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { hashOfKey, type Keys, keysOf, onceKeyOf } from '../platform/web/keys.ts'
import type { Reach } from '../reach/index.ts'
import type { WrittenNote } from './forms.ts'
import { deleteApprovedOn, deleteUnapprovedOn, shownUntilFor } from './note.ts'
import { mayKeepPinboard, maySendNote } from './permissions.ts'
import * as store from './store/notes.ts'
import { type TooPrivate, tooPrivate } from './too-private.ts'

/** The secret of the rendered form comes along; the same one sent twice is one note. */
export type Sending = WrittenNote & { renderingKey: string; reach: Reach }
export type SendOutcome = { outcome: 'sent'; keys: Keys } | TooPrivate

/**
 * Takes a note in and returns the link and the code that open it again. A family's note waits until the team has read
 * it; what the team writes for a family hangs at once.
 */
export const sendNote = async (
  context: Context,
  centre: CentreRef,
  { renderingKey, ...note }: Sending,
): Promise<SendOutcome> => {
  requireThat(maySendNote(context.actor, centre))
  const refusal = tooPrivate(note)
  if (refusal) return refusal

  const secret = `${centre.centreId} ${renderingKey}`
  const keys = keysOf(secret)
  const id = randomUUIDv7()
  await inTransaction(context, async tx => {
    await store.addNote(tx, context.city.id, {
      ...{ ...note, ...centre, id, sentAt: context.now, ...hangingOf(context, centre) },
      ...{ onceKey: onceKeyOf(secret), linkHash: hashOfKey(keys.link), codeHash: hashOfKey(keys.code) },
    })
    await record(tx, context, { action: 'note.entered', providerId: centre.providerId, subjectId: id })
  })
  return { outcome: 'sent', keys }
}

const hangingOf = (context: Context, centre: CentreRef) => {
  const today = todayIn(context)
  return mayKeepPinboard(context.actor, centre)
    ? { approvedAt: context.now, shownUntil: shownUntilFor(today), deleteOn: deleteApprovedOn(today) }
    : { approvedAt: null, shownUntil: null, deleteOn: deleteUnapprovedOn(today) }
}
