import { randomUUIDv7 } from 'node:crypto'
import { type CentreRef, type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { NotFound, requireThat } from '../platform/refusals.ts'
import { hashOfKey, type Keys, keysOf, onceKeyOf } from '../platform/web/keys.ts'
import type { Reach } from '../reach/index.ts'
import { maySendNote } from './permissions.ts'
import { addInterest } from './store/interests.ts'
import { findPublicNote } from './store/pinboards.ts'

export type Interested = { renderingKey: string; words: string; reach: Reach }

/**
 * Takes in that somebody is interested in a note that hangs, for the team of its centre alone, and returns the link
 * and the code that open it again.
 */
export const expressInterest = async (
  context: Context,
  centre: CentreRef,
  noteId: string,
  { renderingKey, ...interest }: Interested,
): Promise<Keys> => {
  requireThat(maySendNote(context.actor, centre))
  const { city, language, now } = context
  const secret = `${noteId} ${renderingKey}`
  const keys = keysOf(secret)
  await inTransaction(context, async tx => {
    const note = await findPublicNote({ db: tx, city }, todayIn(context), noteId)
    if (note?.centreId !== centre.centreId) throw new NotFound()
    await addInterest(tx, city.id, {
      ...{ ...interest, ...centre, id: randomUUIDv7(), noteId, language, sentAt: now },
      ...{ onceKey: onceKeyOf(secret), linkHash: hashOfKey(keys.link), codeHash: hashOfKey(keys.code) },
    })
  })
  return keys
}
