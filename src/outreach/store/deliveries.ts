import { sql } from 'kysely'
import type { CentreRef, Context } from '../../identity/index.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { MessageKind } from '../message.ts'
import type { Channel, Reason } from './stored-messages.ts'

export type Delivery = CentreRef & {
  id: string
  kind: MessageKind | 'letter'
  channel: Channel
  state: DeliveryState
  reason: Reason | null
  createdAt: Temporal.Instant
  dueAt: Temporal.Instant
  sentAt: Temporal.Instant | null
  /** How the family is called, unless it is locked, and what it registered for; both missing for a letter. */
  called: string | null
  offerTitle: string | null
}

export type DeliveryState = 'waiting' | 'sent' | 'failed' | 'by-hand' | 'bounced'

type Asked = {
  since: Temporal.Instant
  registrationId: string | undefined
  /** Only what was written before this message. */
  before: string | undefined
  limit: number
}

export const listDeliveries = async (
  tx: Tx,
  { city, language }: Pick<Context, 'city' | 'language'>,
  { since, registrationId, before, limit }: Asked,
) => {
  const { rows } = await sql<Delivery>`
    select m.id, m.provider_id, m.centre_id, m.kind, m.channel, m.state, m.reason, m.created_at, m.due_at, m.sent_at,
      case when h.locked_at is null then h.called else '—' end as called, t.title as offer_title
    from messages m
    left join registrations r on r.city_id = m.city_id and r.id = m.registration_id
    left join households h on h.city_id = r.city_id and h.id = r.household_id
    left join lateral (select t.title from offer_texts t join offers o on o.city_id = t.city_id and o.id = t.offer_id
      where t.city_id = r.city_id and t.offer_id = r.offer_id
      order by t.language = ${language} desc, t.language = o.source_language desc limit 1) t on true
    where m.city_id = ${city.id} and m.created_at > ${since}
      and ${registrationId ? sql`m.registration_id = ${registrationId}` : sql`true`}
      and ${
        before
          ? sql`(m.created_at, m.id) < (select b.created_at, b.id from messages b
              where b.city_id = ${city.id} and b.id = ${before})`
          : sql`true`
      }
    order by m.created_at desc, m.id desc
    limit ${limit}`.execute(tx)
  return rows
}
