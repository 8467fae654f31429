import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { Message } from '../message.ts'

/** With `isPush` it goes to the phones that want it, besides the way the family named. */
type ToSend = Message & { id: string; isPush?: boolean }

/** All in one statement of one text, however many: in a rush everybody behind waits for it. */
export const addMessages = (tx: Tx, cityId: string, messages: readonly ToSend[], now: Temporal.Instant) => {
  const rows = messages.map(message => ({
    ...{ ...message, ...reachedBy(message) },
    ...(message.contact.kind === 'none' && !message.isPush
      ? { state: 'by-hand', reason: 'paper' }
      : { state: 'waiting' }),
  }))
  return sql`
    insert into messages (city_id, id, provider_id, centre_id, registration_id, kind, language, channel, address,
      is_neutral, hours, facts, state, reason, created_at, due_at)
    select ${cityId}, id, "providerId", "centreId", "registrationId", kind, language, channel, address,
      "isNeutral", hours, facts, state, reason, ${now.toString()}, ${now.toString()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as message (id uuid, "providerId" uuid,
      "centreId" uuid, "registrationId" uuid, kind text, language text, channel text, address text, "isNeutral" boolean,
      hours jsonb, facts jsonb, state text, reason text)
  `.execute(tx)
}

const reachedBy = ({ contact, isPush }: ToSend) => {
  const safely = { isNeutral: contact.neutral ?? false, hours: contact.hours ?? null }
  if (isPush) return { ...safely, channel: 'push', address: '' }
  switch (contact.kind) {
    case 'email':
      return { ...safely, channel: 'email', address: contact.email }
    case 'phone':
      return { ...safely, channel: 'phone', address: contact.phone }
    case 'none':
      return { ...safely, channel: 'paper', address: '' }
  }
}
