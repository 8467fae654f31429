import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../identity/index.ts'
import type { Tx } from '../platform/database/connect.ts'
import { enqueueById } from '../platform/jobs/enqueue.ts'
import { deliverMessage } from './delivering.ts'
import type { Message } from './message.ts'
import { isShownOnPhones } from './notice.ts'
import { addMessages } from './store/add-messages.ts'
import { wantPush } from './store/pushes.ts'

/**
 * Tells families, in the transaction that causes the news: when that rolls back nothing was said. A family without
 * e-mail and telephone has its code on paper and reads on its page what it did itself; everything else stands on the list
 * of those to be told, for when somebody of it comes by.
 */
export async function notify(tx: Tx, { city, now }: Context, ...messages: readonly Message[]) {
  const told = messages
    .filter(({ contact, kind }) => contact.kind !== 'none' || isToldInPerson(kind))
    .map(message => ({ ...message, id: randomUUIDv7() }))
  const besides = (await wantingPush(tx, city.id, messages)).map(message => ({
    ...{ ...message, id: randomUUIDv7(), isPush: true },
  }))
  if (told.length + besides.length === 0) return
  const onTheWay = [...told.filter(({ contact }) => contact.kind !== 'none'), ...besides]
  await Promise.all([
    addMessages(tx, city.id, [...told, ...besides], now),
    ...(onTheWay.length > 0
      ? [
          // Under the message's own id: whoever sends it along drops its job.
          enqueueById(
            tx,
            deliverMessage,
            onTheWay.map(({ id }) => ({ id, data: { cityId: city.id, messageId: id } })),
          ),
        ]
      : []),
  ])
}

const wantingPush = async (tx: Tx, cityId: string, messages: readonly Message[]) => {
  const news = messages.filter(isShownOnPhones)
  const ids = news.flatMap(({ registrationId }) => registrationId ?? [])
  if (ids.length === 0) return []
  const wanting = await wantPush(tx, cityId, ids)
  return news.filter(({ registrationId }) => registrationId && wanting.has(registrationId))
}

/** What a family that nobody can write to or call has to be told when it comes by. */
export const isToldInPerson = (kind: Message['kind']) => inPerson.includes(kind)

const inPerson: readonly Message['kind'][] = [
  ...(['place-offered', 'offer-expired', 'session-cancelled'] as const),
  ...(['session-takes-place', 'dates-changed'] as const),
]
