import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { deliverMessage } from './delivering.ts'
import type { Message } from './message.ts'
import * as store from './store.ts'

/**
 * Tells a family, in the transaction that causes the news: when that rolls back nothing was said. A family without
 * e-mail and telephone has its code on paper; for it nothing is stored.
 */
export async function notify(tx: Tx, { city, now }: Context, message: Message) {
  if (message.contact.kind === 'none') return
  const messageId = randomUUIDv7()
  await Promise.all([
    store.addMessage(tx, city.id, { ...message, id: messageId }, now),
    enqueue(tx, deliverMessage, { cityId: city.id, messageId }),
  ])
}
