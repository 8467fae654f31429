import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import type { Post } from './post.ts'
import { sendMail } from './send-mail.ts'
import { placesIn } from './site.ts'
import { lockSomeMails } from './store/waiting.ts'
import { isPatient } from './when-to-go.ts'

/**
 * Whoever takes one mail to the mail server takes some of those that wait along, locked like the one, so that a hundred
 * thousand are not a hundred thousand transactions. Gives the ids of those that went; what did not go is left to its own
 * job, which notes why. Few enough that a crash in between sends few again.
 */
export async function sendAlong(tx: Tx, context: Context, post: Post, mailer: Mailer): Promise<string[]> {
  const { city, now } = context
  const waiting = await lockSomeMails(tx, city.id, now, most)
  const along = waiting.filter(({ news }) => news && !isPatient(news))
  if (along.length === 0) return []
  const placeFor = await placesIn(tx, context, post)
  const sent = await Promise.allSettled(
    along.map(message =>
      sendMail([message], { mailer, place: placeFor(message.language), timeZone: city.timeZone }),
    ),
  )
  return along.flatMap(({ id }, index) => (sent[index]?.status === 'fulfilled' ? [id] : []))
}

const most = 60
