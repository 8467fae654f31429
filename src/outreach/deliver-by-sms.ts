import { type Context, todayIn } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { segmentsOf } from '../platform/sms/segments.ts'
import { mobileNumber } from './mobile-number.ts'
import { type Post, smsOf } from './post.ts'
import { severalShortly, shortTextFor } from './short-text.ts'
import { placeOf } from './site.ts'
import { leaveToStaff, markTold } from './store/outcomes.ts'
import * as months from './store/sms-months.ts'
import type { StoredMessage } from './store/stored-messages.ts'
import { lockWaiting } from './store/waiting.ts'
import { withWhatElseWaits } from './together.ts'

/**
 * Sends a waiting message by SMS. It is paid for before, in a transaction of its own: the sums of a month are one row,
 * and whoever waits for a slow gateway must not hold it. What did not go is paid back; a crash in between costs the
 * provider's limit, never money, an SMS. When the month has no money left, or none for codes, somebody calls.
 */
export const deliverBySms = async (context: Context, post: Post, id: string) => {
  const paid = await inTransaction(context, tx => payFor(tx, context, post, id))
  if (!paid) return
  const payBack = () => inTransaction(context, tx => months.payBack(tx, paid))
  try {
    const isSent = await inTransaction(context, tx => send(tx, context, post, id))
    if (!isSent) await payBack()
  } catch (error) {
    await payBack()
    throw error
  }
}

async function payFor(tx: Tx, context: Context, post: Post, id: string) {
  const { city } = context
  const message = await lockWaiting(tx, city.id, id)
  const sms = message && (await written(tx, context, post, message))
  if (!sms) return
  const payment = {
    ...{ cityId: city.id, providerId: message.providerId, cents: sms.cents },
    ...{ day: todayIn(context), isCode: isCode(message) },
  }
  if (await months.pay(tx, payment)) return payment
  return leaveToStaff(tx, city.id, id, 'limit')
}

/** What goes to a number before it is proved is the code that proves it. */
const isCode = ({ news, registrationId, isConfirmed }: StoredMessage) =>
  news?.kind === 'letter' && registrationId !== null && !isConfirmed

async function send(tx: Tx, context: Context, post: Post, id: string) {
  const { city, now } = context
  const message = await lockWaiting(tx, city.id, id)
  const sms = message && (await written(tx, context, post, message))
  if (!sms) return false
  await sms.gateway.send({ id: sms.together[0]?.id ?? id, to: sms.to, text: sms.text })
  const told = sms.together.map(message => message.id)
  await markTold(tx, city.id, told, { now, keep: post.isDemo, channel: 'sms' })
  return true
}

async function written(tx: Tx, context: Context, post: Post, message: StoredMessage) {
  const { news, address, isNeutral } = message
  const [by, to] = [smsOf(post), mobileNumber(address, context.city.country)]
  if (!by || !to || !news) return undefined
  const place = await placeOf(tx, context, post, message)
  const together = await withWhatElseWaits(tx, context.city.id, message)
  const text =
    together.length > 1
      ? severalShortly(news, { ...place, isNeutral })
      : shortTextFor(news, { ...place, isNeutral })
  return { gateway: by.gateway, to, text, together, cents: segmentsOf(text) * by.centsEach }
}
