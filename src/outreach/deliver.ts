import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { enqueueAt } from '../platform/jobs/enqueue.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import { PostRefused } from '../platform/post-failures.ts'
import { calendarFileFor } from './calendar-file.ts'
import { deliverBySms } from './deliver-by-sms.ts'
import { deliverMessage } from './delivering.ts'
import type { Place } from './letter.ts'
import { mobileNumber } from './mobile-number.ts'
import { type Post, smsOf } from './post.ts'
import { placeOf } from './site.ts'
import * as store from './store/messages.ts'
import { oneLetter, withWhatElseWaits } from './together.ts'
import { mayGoAt } from './when-to-go.ts'

/**
 * Takes a message to the family, once in effect. It stays locked while it is on its way, so two deliveries at a time
 * are impossible. A crash after the mail server took it and before that is noted sends it again, with the same
 * Message-ID, by which mail systems drop the double: at least once, never lost. Without a mail server it waits.
 */
export const deliver = async (context: Context, post: Post, id: string, isLastAttempt = false) => {
  try {
    const next = await inTransaction(context, tx => deliverWaiting(tx, context, post, id))
    if (next === 'by-sms') await deliverBySms(context, post, id)
  } catch (error) {
    const isRefused = error instanceof PostRefused
    const reason = isRefused ? 'refused' : isLastAttempt ? 'unreachable' : undefined
    await inTransaction(context, tx => store.noteFailure(tx, context.city.id, id, reason))
    if (!isRefused) throw error
  }
}

/** An SMS is paid for first, which nobody else's SMS may have to wait for. */
async function deliverWaiting(tx: Tx, context: Context, post: Post, id: string) {
  const { city, now } = context
  const message = await store.lockWaiting(tx, city.id, id)
  if (!message) return
  const way = wayOf(message, post, city.country)
  if (way !== 'email' && way !== 'sms') return store.leaveToStaff(tx, city.id, id, way)
  if (way === 'email' && (await store.hasBounced(tx, city.id, message.address)))
    return store.leaveToStaff(tx, city.id, id, 'bounced')
  const goesAt = mayGoAt({ ...message, rings: way === 'sms' }, now, city.timeZone)
  if (!goesAt) return store.leaveToStaff(tx, city.id, id, 'hours')
  if (Temporal.Instant.compare(goesAt, now) > 0) return putOff(tx, context, id, goesAt)
  if (way === 'sms') return 'by-sms' as const
  if (!post.mailer && !post.isDemo) return
  const together = await withWhatElseWaits(tx, city.id, message)
  if (post.mailer) await send(post.mailer, together, await placeOf(tx, context, post, message), city.timeZone)
  const told = { now, keep: post.isDemo, address: message.address }
  for (const { id } of together) await store.markTold(tx, city.id, id, told)
}

/** How the family is told, or why somebody has to tell it. */
const wayOf = (
  { channel, address, news }: store.StoredMessage,
  post: Post,
  country: string,
): 'email' | 'sms' | 'no-gateway' | 'landline' => {
  if (channel === 'email') return 'email'
  if (!smsOf(post) || news?.kind === 'letter') return 'no-gateway'
  return mobileNumber(address, country) ? 'sms' : 'landline'
}

async function putOff(tx: Tx, { city, now }: Context, messageId: string, at: Temporal.Instant) {
  await store.putOff(tx, city.id, messageId, at)
  await enqueueAt(tx, deliverMessage, now.until(at), { cityId: city.id, messageId })
}

/** Under the id of the oldest, so that another attempt at any of them is taken for the same mail. */
async function send(
  mailer: Mailer,
  together: readonly store.StoredMessage[],
  place: Place,
  timeZone: string,
) {
  const [first] = together
  if (!first) return
  const { id, address, isNeutral, centreName, centreEmail } = first
  const told = together.map(({ news }) => {
    if (!news) throw new Error('A message that waits has lost what it tells')
    return news
  })
  const { subject, text, html, stopUrl } = oneLetter(told, { ...place, isNeutral })
  const organizer = { name: centreName, email: centreEmail || `calendar@${new URL(place.site).hostname}` }
  const calendars = together.flatMap(message => {
    const file = message.news && calendarFileFor({ ...message, news: message.news, organizer, timeZone })
    return file ? [file] : []
  })
  await mailer.send({
    ...{ id, to: address, subject, text, html },
    ...(stopUrl && { stopUrl }),
    ...(!isNeutral && calendars.length > 0 && { calendars }),
    fromName: isNeutral ? '' : centreName,
    ...(centreEmail && !isNeutral && { replyTo: centreEmail }),
  })
}
