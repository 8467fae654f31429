import type { Tx } from '../platform/database/connect.ts'
import type { Message } from './message.ts'

export const addMessage = async (tx: Tx, cityId: string, message: Message, now: Temporal.Instant) => {
  const { id } = await tx
    .insertInto('messages')
    .values({
      cityId,
      providerId: message.providerId,
      centreId: message.centreId,
      registrationId: message.registrationId,
      kind: message.kind,
      language: message.language,
      ...reachedBy(message),
      facts: JSON.stringify(message.facts),
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const reachedBy = ({ contact }: Message) => {
  switch (contact.kind) {
    case 'email':
      return { channel: 'email', address: contact.email }
    case 'phone':
      return { channel: 'phone', address: contact.phone }
    case 'none':
      return { channel: 'paper', address: '' }
  }
}
