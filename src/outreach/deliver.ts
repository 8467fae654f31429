import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { dropJobs, enqueueAt } from '../platform/jobs/enqueue.ts'
import { PostRefused } from '../platform/post-failures.ts'
import { deliverByPush } from './deliver-by-push.ts'
import { deliverBySms } from './deliver-by-sms.ts'
import { deliverMessage } from './delivering.ts'
import { mobileNumber } from './mobile-number.ts'
import { type Post, smsOf } from './post.ts'
import { sendAlong } from './send-along.ts'
import { sendMail } from './send-mail.ts'
import { placeOf } from './site.ts'
import { hasBounced } from './store/bounced.ts'
import { leaveToStaff, markTold, noteFailure } from './store/outcomes.ts'
import { findPhoneHours } from './store/phone-hours.ts'
import type { StoredMessage } from './store/stored-messages.ts'
import { dueLater, lockWaiting } from './store/waiting.ts'
import { withWhatElseWaits } from './together.ts'
import { daytime, mayGoAt } from './when-to-go.ts'

/**
 * Takes a message to the family, once in effect. It stays locked while it is on its way, so two deliveries at a time
 * are impossible. A crash after the mail server took it and before that is noted sends it again, with the same
 * Message-ID, by which mail systems drop the double: at least once, never lost. Without a mail server it waits.
 */
export const deliver = async (context: Context, post: Post, id: string, isLastAttempt = false) => {
  try {
    const next = await inTransaction(context, tx => deliverWaiting(tx, context, post, id))
    if (next === 'by-sms') await deliverBySms(context, post, id)
    if (next === 'by-push') await deliverByPush(context, post, id)
  } catch (error) {
    const isRefused = error instanceof PostRefused
    const reason = isRefused ? 'refused' : isLastAttempt ? 'unreachable' : undefined
    await inTransaction(context, tx => noteFailure(tx, context.city.id, id, reason))
    if (!isRefused) throw error
  }
}

/** An SMS is paid for first, which nobody else's SMS may have to wait for. */
async function deliverWaiting(tx: Tx, context: Context, post: Post, id: string) {
  const { city, now } = context
  const message = await lockWaiting(tx, city.id, id)
  if (!message) return
  const way = wayOf(message, post, city.country)
  if (way !== 'email' && way !== 'sms' && way !== 'push') return leaveToStaff(tx, city.id, id, way)
  if (way === 'email' && (await hasBounced(tx, city.id, message.address)))
    return leaveToStaff(tx, city.id, id, 'bounced')
  if (way === 'sms' && message.news?.kind !== 'letter' && !message.isConfirmed)
    return keepBack(tx, context, message)
  const rings = way === 'email' ? undefined : await ringingHours(tx, context, post, message)
  const goesAt = mayGoAt({ ...message, rings }, now, city.timeZone)
  if (!goesAt) return leaveToStaff(tx, city.id, id, 'hours')
  if (Temporal.Instant.compare(goesAt, now) > 0) return putOff(tx, context, id, goesAt)
  if (way === 'sms') return 'by-sms' as const
  if (way === 'push') return 'by-push' as const
  if (!post.mailer && !post.isDemo) return
  const together = await withWhatElseWaits(tx, city.id, message)
  const { mailer, isDemo } = post
  if (mailer) {
    const place = await placeOf(tx, context, post, message)
    await sendMail(together, { mailer, place, timeZone: city.timeZone })
  }
  const told = together.map(({ id }) => id)
  await markTold(tx, city.id, told, { now, keep: isDemo })
  if (!mailer) return
  const along = await sendAlong(tx, context, post, mailer)
  if (along.length === 0) return
  await markTold(tx, city.id, along, { now, keep: isDemo })
  await dropJobs(tx, deliverMessage, along)
}

/** How the family is told, or why somebody has to tell it. */
const wayOf = (
  { channel, address }: StoredMessage,
  post: Post,
  country: string,
): 'email' | 'sms' | 'push' | 'paper' | 'no-gateway' | 'landline' => {
  if (channel === 'email' || channel === 'push' || channel === 'paper') return channel
  if (!smsOf(post)) return 'no-gateway'
  return mobileNumber(address, country) ? 'sms' : 'landline'
}

/** As the centre has chosen, or as the operator says, or by day. */
const ringingHours = async (tx: Tx, { city }: Context, post: Post, { centreId }: StoredMessage) =>
  (await findPhoneHours(tx, city.id, centreId)) ?? post.phonesRing ?? daytime

/** Nobody but its owner reads the news of a number: until she has typed the code, and when she does not, somebody calls. */
function keepBack(tx: Tx, context: Context, { id, createdAt }: StoredMessage) {
  const until = createdAt.add({ minutes: 30 })
  return Temporal.Instant.compare(until, context.now) > 0
    ? putOff(tx, context, id, until)
    : leaveToStaff(tx, context.city.id, id, 'unconfirmed')
}

async function putOff(tx: Tx, { city, now }: Context, messageId: string, at: Temporal.Instant) {
  await dueLater(tx, city.id, messageId, at)
  await enqueueAt(tx, deliverMessage, now.until(at), { cityId: city.id, messageId })
}
