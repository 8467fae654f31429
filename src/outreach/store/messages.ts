import { type RawBuilder, sql, type Updateable } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { deleteSome } from '../../platform/database/delete-some.ts'
import type { DB } from '../../platform/database/schema.ts'
import { isLanguage } from '../../platform/wording/wording.ts'
import { type Message, type MessageFacts, messageKinds, type News, type WrittenLetter } from '../message.ts'
import type { ReachableHours } from '../reachable-hours.ts'

export type StoredMessage = Awaited<ReturnType<typeof findMessage>> & {}

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

/**
 * The message if it still waits and nobody else is delivering it at this moment; kept locked until the end. It is asked
 * for by its id alone: as long as the server has not counted how many wait, it takes their list for the shorter way, and
 * reads all of it for each.
 */
export const lockWaiting = async (tx: Tx, cityId: string, id: string) => {
  const row = await messages(tx, cityId)
    .where('messages.id', '=', id)
    .forUpdate('messages')
    .skipLocked()
    .executeTakeFirst()
  return row?.state === 'waiting' ? told(row) : undefined
}

/** Said as a word, not as a parameter: only so does a plan that is kept find the indexes of just these messages. */
const waits = sql.lit('waiting' as const)
const cameBack = sql.lit('bounced' as const)

/** What else waits for the same address, in the same words and from the same centre; kept locked as well. */
export const lockWaitingBeside = async (
  tx: Tx,
  cityId: string,
  { id, centreId, channel, address, language, isNeutral }: StoredMessage,
) => {
  const rows = await messages(tx, cityId)
    .where('messages.id', '<>', id)
    .where('state', '=', waits)
    .where('messages.centreId', '=', centreId)
    .where('messages.channel', '=', channel)
    .where('messages.address', '=', address)
    .where('messages.language', '=', language)
    .where('messages.isNeutral', '=', isNeutral)
    .forUpdate('messages')
    .skipLocked()
    .execute()
  return rows.map(told)
}

/** Some mails that may go now and that nothing speaks against, longest waiting first; kept locked until the end. */
export const lockSomeMails = async (tx: Tx, cityId: string, now: Temporal.Instant, limit: number) => {
  // Found first and read then: joined at once, all that wait would be sorted for each few that go.
  const found = await tx
    .selectFrom('messages')
    .select('id')
    .where('cityId', '=', cityId)
    .where('state', '=', waits)
    .where('channel', '=', sql.lit('email'))
    .where('hours', 'is', null)
    .where('attempts', '=', sql.lit(0))
    .where('dueAt', '<=', now)
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom('messages as before')
            .select('before.id')
            .where('before.cityId', '=', cityId)
            .where('before.state', '=', cameBack)
            .where('before.sentTo', '=', fingerprint(cityId, sql`${ref('messages.address')}`)),
        ),
      ),
    )
    .orderBy('createdAt')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const rows = await messages(tx, cityId).where('messages.id', 'in', ids).execute()
  return rows.map(told)
}

export const findMessage = async (tx: Tx, cityId: string, id: string) => {
  const row = await messages(tx, cityId).where('messages.id', '=', id).executeTakeFirst()
  return row && told(row)
}

export const listNewest = async (tx: Tx, cityId: string, limit: number) => {
  const rows = await messages(tx, cityId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(told)
}

/** What somebody has to say by telephone: no e-mail, or one that could not be delivered. Oldest first. */
export const listToCall = async (tx: Tx, cityId: string) => {
  const rows = await messages(tx, cityId).where(toCall).orderBy('createdAt').execute()
  return rows.map(told)
}

/** One of them, kept locked until the end, so that two colleagues do not both pass it on. */
export const lockToCall = async (tx: Tx, cityId: string, id: string) => {
  const row = await messages(tx, cityId)
    .where('messages.id', '=', id)
    .where(toCall)
    .forUpdate('messages')
    .executeTakeFirst()
  return row && told(row)
}

// Of a letter that came back nobody knows any more whose it was; and a code that did not get there is no news: the family
// is called for what waits behind it. A notice on a phone only came besides.
const toCall = sql<boolean>`messages.state in ('by-hand', 'failed', 'bounced')
  and (messages.state <> 'bounced' or messages.registration_id is not null)
  and not (messages.kind = 'letter' and messages.channel = 'phone') and messages.channel <> 'push'`

/** Messages that could have gone before a moment, and whose job therefore seems to be gone. */
export const listLeftBehind = (tx: Tx, cityId: string, before: Temporal.Instant) =>
  tx
    .selectFrom('messages')
    .select('id')
    .where('cityId', '=', cityId)
    .where('state', '=', waits)
    .where('dueAt', '<', before)
    .orderBy('dueAt')
    .limit(500)
    .execute()

export const putOff = (tx: Tx, cityId: string, id: string, dueAt: Temporal.Instant) =>
  change(tx, cityId, id, { dueAt })

/** What was kept back until a number is confirmed may go now; gives its ids. */
export const takeUpAgain = async (
  tx: Tx,
  cityId: string,
  registrationIds: readonly string[],
  now: Temporal.Instant,
) => {
  const { rows } = await sql<{ id: string }>`
    update messages set state = 'waiting', reason = null, due_at = ${now.toString()}
    where city_id = ${cityId} and registration_id = any (${[...registrationIds]}::uuid[]) and channel = 'phone'
      and (state = 'waiting' or (state = 'by-hand' and reason = 'unconfirmed'))
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Somebody of the team has to tell it, and reads why. */
export const leaveToStaff = (tx: Tx, cityId: string, id: string, reason: Reason) =>
  change(tx, cityId, id, { state: 'by-hand', reason })

export type Channel = DB['messages']['channel']
export type Reason = NonNullable<DB['messages']['reason']>

type Telling = { now: Temporal.Instant; keep: boolean; channel?: 'sms' }

/** Enough to know an address again, and not to read it. */
const fingerprint = (cityId: string, address: RawBuilder<unknown>) =>
  sql<Buffer>`sha256(convert_to(${cityId} || ' ' || lower(${address}), 'UTF8'))`

/** Whether mail to this address came back. */
export const hasBounced = async (tx: Tx, cityId: string, address: string) => {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('cityId', '=', cityId)
    .where('state', '=', cameBack)
    .where('sentTo', '=', fingerprint(cityId, sql`${address}::text`))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** False where there is no such mail that was sent. */
export const markBounced = async (tx: Tx, cityId: string, id: string) => {
  const { numUpdatedRows } = await tx
    .updateTable('messages')
    .set({ state: 'bounced', reason: 'bounced' })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .where('channel', '=', 'email')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Marks them as told. Unless they are kept for the demo's mailbox, nothing personal stays but ids. */
export const markTold = async (
  tx: Tx,
  cityId: string,
  ids: readonly string[],
  { now, keep, channel }: Telling,
) => {
  await tx
    .updateTable('messages')
    .set({ state: 'sent', sentAt: now, ...(channel && { channel }), ...(!keep && nothingPersonal) })
    .set({
      sentTo: sql`case when channel = 'email' then ${fingerprint(cityId, sql.ref('address'))} end`,
    })
    .where('cityId', '=', cityId)
    .where('id', '=', sql<string>`any (${ids}::uuid[])`)
    .execute()
}

const nothingPersonal = { facts: '{}', address: '', isNeutral: false, hours: null }

/** One more attempt was in vain; with a reason it was the last one. */
export const noteFailure = async (tx: Tx, cityId: string, id: string, reason: Reason | undefined) => {
  await tx
    .updateTable('messages')
    .set(eb => ({ attempts: eb('attempts', '+', 1), ...(reason && { state: 'failed', reason }) }))
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .where('state', '=', waits)
    .execute()
}

/** Deletes letters, delivered or not, that were written before a moment, and says whose they were. */
export const deleteLetters = (tx: Tx, cityId: string, before: Temporal.Instant, limit: number) =>
  deleteSome(tx, 'messages', { cityId, hasEnded: sql`kind = 'letter' and created_at <= ${before}`, limit })

export type CityHosts = { hosts: string[]; isOnlyCity: boolean }

/** The host names of a city, and whether the instance has no other one, which then answers to every name. */
export const findHosts = async (tx: Tx, cityId: string): Promise<CityHosts> => {
  const rows = await tx.selectFrom('published.cityHosts').select(['cityId', 'host']).orderBy('host').execute()
  const hosts = rows.filter(row => row.cityId === cityId).map(({ host }) => host)
  return { hosts, isOnlyCity: hosts.length === rows.length }
}

const change = async (tx: Tx, cityId: string, id: string, set: Updateable<DB['messages']>) => {
  await tx.updateTable('messages').set(set).where('cityId', '=', cityId).where('id', '=', id).execute()
}

const messages = (tx: Tx, cityId: string) =>
  tx
    .selectFrom('messages')
    .innerJoin('centres', join =>
      join.onRef('centres.cityId', '=', 'messages.cityId').onRef('centres.id', '=', 'messages.centreId'),
    )
    .select(['messages.id', 'messages.providerId', 'messages.centreId', 'messages.kind', 'messages.language'])
    .select('messages.registrationId')
    .select(calledBehind)
    .select(isConfirmed)
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

/** How the family calls itself, as long as it is there. */
const calledBehind = sql<string | null>`(select h.called from registrations r
  join households h on h.city_id = r.city_id and h.id = r.household_id
  where r.city_id = messages.city_id and r.id = messages.registration_id)`.as('called')

/** The owner of the number has shown that it is hers. */
const isConfirmed = sql<boolean>`exists (select from registrations r
  join households h on h.city_id = r.city_id and h.id = r.household_id
  where r.city_id = messages.city_id and r.id = messages.registration_id and messages.channel = 'phone'
    and h.phone = messages.address and h.phone_confirmed_at is not null)`.as('isConfirmed')

type Row = Awaited<ReturnType<ReturnType<typeof messages>['executeTakeFirstOrThrow']>>

const told = ({ kind, language, facts, channel, hours, ...row }: Row) => ({
  ...row,
  language: isLanguage(language) ? language : ('de' as const),
  channel,
  hours: (hours ?? undefined) as ReachableHours | undefined,
  /** Undefined once it was told: then nothing personal is left of it. */
  news: newsFrom(kind, facts),
})

const newsFrom = (kind: string, facts: unknown): News | undefined => {
  if (typeof facts !== 'object' || facts === null) return undefined
  if (kind === 'letter') return 'subject' in facts ? { kind, facts: facts as WrittenLetter } : undefined
  const known = messageKinds.find(one => one === kind)
  return known && 'offerTitle' in facts ? { kind: known, facts: facts as MessageFacts } : undefined
}
