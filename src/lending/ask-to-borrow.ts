import { randomUUIDv7 } from 'node:crypto'
import { type Context, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { hashOfKey, hashOfLink, keysOf, onceKeyOf } from '../platform/web/keys.ts'
import type { Reach } from '../reach/index.ts'
import { freePieces } from './free-pieces.ts'
import { wishForgottenOn } from './loan.ts'
import { mayAskToBorrow } from './permissions.ts'
import { addLoan } from './store/loans.ts'
import { findPublicTaken, listPublicThings } from './store/public-things.ts'

export type Asking = {
  /** The secret of the rendered form; the same one sent twice is one wish. */
  renderingKey: string
  slug: string
  fromOn: Temporal.PlainDate
  dueOn: Temporal.PlainDate
  pieces: number
  called: string
  wants: Reach
}

export type AskOutcome =
  | { outcome: 'asked'; link: string }
  | { outcome: 'over' | 'too-far' | 'too-long' | 'none-free' }

/** A wish may lie so many days ahead. */
const furthestDays = 365

/** Takes a family's wish in for the lead of the centre; what cannot be had then is said at once. */
export const askToBorrow = async (context: Context, asking: Asking): Promise<AskOutcome> => {
  const { city, now, language } = context
  const thing = orNotFound((await listPublicThings(context, { slug: asking.slug }))[0])
  requireThat(mayAskToBorrow(context.actor, thing))
  const { fromOn, dueOn, pieces, called, wants } = asking
  const today = todayIn(context)
  if (Temporal.PlainDate.compare(fromOn, today) < 0) return { outcome: 'over' }
  if (today.until(fromOn).days > furthestDays) return { outcome: 'too-far' }
  if (fromOn.until(dueOn).days > thing.mostDays) return { outcome: 'too-long' }
  const taken = await findPublicTaken(context, [thing.id])
  if (freePieces(thing.pieces, taken, { fromOn, dueOn }, today) < pieces) return { outcome: 'none-free' }

  const secret = `${thing.id} ${asking.renderingKey}`
  const { link, code } = keysOf(secret)
  const { providerId, centreId, id: thingId, depositCents } = thing
  await inTransaction(context, tx =>
    addLoan(tx, city.id, {
      ...{ id: randomUUIDv7(), providerId, centreId, thingId, pieces, language, called, wants },
      ...{ fromOn, dueOn, state: 'asked', enteredAt: now, deleteOn: wishForgottenOn(dueOn) },
      ...{ depositCents: depositCents * pieces, depositTaken: false, renderingKey: onceKeyOf(secret) },
      ...{ linkHash: hashOfLink(link), codeHash: hashOfKey(code) },
    }),
  )
  return { outcome: 'asked', link }
}
