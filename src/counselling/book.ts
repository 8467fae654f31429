import { randomUUIDv7 } from 'node:crypto'
import type { CentreRef, Context } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { hashOfKey, hashOfLink, keysOf, onceKeyOf } from '../platform/web/keys.ts'
import type { QuestionTopic } from '../questions/index.ts'
import type { PhoneOrEmail } from '../reach/index.ts'
import type { CodeWord } from './code-word.ts'
import { bookable, deleteBookingOn, slotFor, type Wish } from './consultation.ts'
import { mayBook } from './permissions.ts'
import * as store from './store/bookings.ts'
import { lockFree } from './store/slots.ts'

export type Booking = {
  /** The secret of the rendered form; the same one sent twice is one booking. */
  renderingKey: string
  startsAt: Temporal.Instant
  topic: QuestionTopic
  wish: Wish
  codeWord: CodeWord
  /** For news, should it not take place. Both are empty unless she wants it. */
  contact: PhoneOrEmail
}
export type BookOutcome = { outcome: 'booked'; link: string } | { outcome: 'taken' | 'over' }

/** Gives a family one slot of a time, with the counsellor of its choice or any who is free, under a code word. */
export const book = async (
  context: Context,
  { centreId, providerId }: CentreRef,
  { renderingKey, startsAt, topic, wish, codeWord, contact }: Booking,
): Promise<BookOutcome> => {
  requireThat(mayBook(context.actor, { centreId }))
  const { city, now, db, language: writtenIn } = context
  const { from, until } = bookable(now)
  if (Temporal.Instant.compare(startsAt, from) <= 0) return { outcome: 'over' }
  if (Temporal.Instant.compare(startsAt, until) >= 0) return { outcome: 'taken' }

  const secret = `${centreId} ${renderingKey}`
  const { link, code } = keysOf(secret)
  const heldOn = startsAt.toZonedDateTimeISO(city.timeZone).toPlainDate()
  const isBooked = await inTransaction(context, async tx => {
    const slot = slotFor(await lockFree(tx, city.id, { centreId, startsAt, topic }), wish)
    if (!slot) return false
    return store.addBooking(tx, city.id, {
      ...{ id: randomUUIDv7(), centreId, providerId, slotId: slot.id, codeWord, writtenIn },
      ...{ language: wish.language, ...contact, deleteOn: deleteBookingOn(heldOn) },
      ...{ renderingKey: onceKeyOf(secret), linkHash: hashOfLink(link), codeHash: hashOfKey(code) },
    })
  })
  // A form sent twice finds the booking it has made, whether or not anything is still free.
  const isOwn = isBooked || (await store.openByKey(db, city.id, hashOfLink(link))) !== undefined
  return isOwn ? { outcome: 'booked', link } : { outcome: 'taken' }
}
