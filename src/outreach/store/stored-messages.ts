import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { DB } from '../../platform/database/schema.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import { type MessageFacts, messageKinds, type News, type WrittenLetter } from '../message.ts'
import type { ReachableHours } from '../reachable-hours.ts'
import { asOfToday, type Reached } from '../reached-today.ts'

export type StoredMessage = ReturnType<typeof told>
export type Channel = DB['messages']['channel']
export type Reason = NonNullable<DB['messages']['reason']>

export const findMessage = async (tx: Tx, cityId: string, id: string) => {
  const row = await storedMessages(tx, cityId).where('messages.id', '=', id).executeTakeFirst()
  return row && told(row)
}

export const listNewest = async (tx: Tx, cityId: string, limit: number) => {
  const rows = await storedMessages(tx, cityId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(told)
}

/** Deletes letters, delivered or not, that were written before a moment, and says whose they were. */
export const deleteLetters = (tx: Tx, cityId: string, before: Temporal.Instant, limit: number) =>
  deleteSome(tx, 'messages', { cityId, hasEnded: sql`kind = 'letter' and created_at <= ${before}`, limit })

/** All that is kept of them, with what is known of the family now and how the centre is called. */
export const storedMessages = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('messages')
    .innerJoin('centres', join =>
      join.onRef('centres.cityId', '=', 'messages.cityId').onRef('centres.id', '=', 'messages.centreId'),
    )
    .select(['messages.id', 'messages.providerId', 'messages.centreId', 'messages.kind', 'messages.language'])
    .select('messages.registrationId')
    .select(familyBehind)
    .select([
      'messages.channel',
      'messages.address',
      'messages.facts',
      'messages.state',
      'messages.createdAt',
      'messages.isNeutral',
      'messages.hours',
      'messages.dueAt',
      'messages.reason',
    ])
    .select(['centres.name as centreName', 'centres.email as centreEmail'])
    .where('messages.cityId', '=', cityId)

/** How the family is called and reached now, as long as it is there. */
const familyBehind = sql<(Reached & { called: string }) | null>`(
  select jsonb_build_object('called', h.called, 'pageId', h.page_id, 'kind', h.contact_kind,
    'address', coalesce(h.email, h.phone, ''), 'isSafe', h.is_safe, 'hours', h.hours,
    'isConfirmed', h.phone_confirmed_at is not null, 'isLocked', h.locked_at is not null)
  from registrations r join households h on h.city_id = r.city_id and h.id = r.household_id
  where r.city_id = messages.city_id and r.id = messages.registration_id)`.as('family')

type Row = Awaited<ReturnType<ReturnType<typeof storedMessages>['executeTakeFirstOrThrow']>>

export const told = ({ language, facts, hours, family, ...row }: Row) => ({
  ...row,
  ...asOfToday({ ...row, hours: (hours ?? undefined) as ReachableHours | undefined }, family ?? undefined),
  called: family?.called ?? null,
  language: isLanguage(language) ? language : ('de' as const),
  /** Undefined once it was told: then nothing personal is left of it. */
  news: newsFrom(row.kind, facts),
})

const newsFrom = (kind: string, facts: unknown): News | undefined => {
  if (typeof facts !== 'object' || facts === null) return undefined
  if (kind === 'letter') return 'subject' in facts ? { kind, facts: facts as WrittenLetter } : undefined
  const known = messageKinds.find(one => one === kind)
  return known && 'offerTitle' in facts ? { kind: known, facts: facts as MessageFacts } : undefined
}
