import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { enqueue } from '../platform/jobs/enqueue.ts'
import { deliverMessage } from './delivering.ts'
import type { Message } from './message.ts'
import * as store from './store/messages.ts'

/**
 * Tells families, in the transaction that causes the news: when that rolls back nothing was said. A family without
 * e-mail and telephone has its code on paper; for it nothing is stored.
 */
export async function notify(tx: Tx, { city, now }: Context, ...messages: readonly Message[]) {
  const reachable = messages
    .filter(({ contact }) => contact.kind !== 'none')
    .map(message => ({ ...message, id: randomUUIDv7() }))
  if (reachable.length === 0) return
  await Promise.all([
    store.addMessages(tx, city.id, reachable, now),
    enqueue(tx, deliverMessage, ...reachable.map(({ id }) => ({ cityId: city.id, messageId: id }))),
  ])
}
