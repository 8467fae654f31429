import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { enqueueAt } from '../platform/jobs/enqueue.ts'
import { type Mailer, MailRefused } from '../platform/mail/mailer.ts'
import { wordingFor } from '../platform/wording/wording.ts'
import { deliverMessage } from './delivering.ts'
import { letterFor } from './letter.ts'
import { nextWithin } from './reachable-hours.ts'
import * as store from './store.ts'

/** The ways by which messages leave the house. */
export type Post = {
  mailer?: Mailer | undefined
  /** Where the product is reached (KIEZNETZ_URL); a city among several has a host of its own besides. */
  site?: string | undefined
  /** In the demo a message counts as arrived when it lies in the mailbox page, where it stays readable. */
  isDemo: boolean
}

/**
 * Takes a message to the family, once in effect. It stays locked while it is on its way, so two deliveries at a time
 * are impossible. A crash after the mail server took it and before that is noted sends it again, with the same
 * Message-ID, by which mail systems drop the double: at least once, never lost. Without a mail server it waits.
 */
export const deliver = async (context: Context, post: Post, id: string, isLastAttempt = false) => {
  try {
    await inTransaction(context, async tx => {
      const { city, now } = context
      const message = await store.lockWaiting(tx, city.id, id)
      if (!message) return
      if (message.channel !== 'email') return store.leaveToStaff(tx, city.id, id)
      const mayGoAt = message.hours ? nextWithin(message.hours, now, city.timeZone) : now
      if (!mayGoAt) return store.leaveToStaff(tx, city.id, id)
      if (Temporal.Instant.compare(mayGoAt, now) > 0) return putOff(tx, context, id, mayGoAt)
      if (post.mailer) await send(post.mailer, message, await placeOf(tx, context, post, message))
      else if (!post.isDemo) return
      await store.markTold(tx, city.id, id, { now, keep: post.isDemo })
    })
  } catch (error) {
    const isFinal = isLastAttempt || error instanceof MailRefused
    await inTransaction(context, tx => store.noteFailure(tx, context.city.id, id, isFinal))
    if (!(error instanceof MailRefused)) throw error
  }
}

async function putOff(tx: Tx, { city, now }: Context, messageId: string, at: Temporal.Instant) {
  await store.putOff(tx, city.id, messageId, at)
  await enqueueAt(tx, deliverMessage, now.until(at), { cityId: city.id, messageId })
}

async function placeOf(tx: Tx, { city }: Context, post: Post, { language }: store.StoredMessage) {
  const site = siteOf(await store.findHosts(tx, city.id), post.site)
  return { wording: wordingFor(language, city.timeZone), site }
}

/** A personal link opens in its own city alone: under the host of another one there is no such page. */
const siteOf = ({ hosts, isOnlyCity }: store.CityHosts, site: string | undefined) => {
  const [own = 'localhost'] = hosts
  if (site === undefined) return `https://${own}`
  const url = new URL(site)
  if (!isOnlyCity && !hosts.includes(url.hostname)) url.hostname = own
  return url.origin
}

async function send(mailer: Mailer, message: store.StoredMessage, place: Parameters<typeof letterFor>[1]) {
  const { id, address, news, isNeutral, centreName, centreEmail } = message
  if (!news) throw new Error('A message that waits has lost what it tells')
  const { subject, text, html } = letterFor(news, { ...place, isNeutral })
  await mailer.send({
    ...{ id, to: address, subject, text, html },
    fromName: isNeutral ? '' : centreName,
    ...(centreEmail && !isNeutral && { replyTo: centreEmail }),
  })
}
