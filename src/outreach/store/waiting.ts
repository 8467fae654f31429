import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { cameBack, fingerprint } from './bounced.ts'
import { type StoredMessage, storedMessages, told } from './stored-messages.ts'

/**
 * The message if it still waits and nobody else is delivering it at this moment, as it may go today; kept locked until
 * the end. What waited for a family that is locked now is never said. It is asked for by its id alone: as long as the
 * server has not counted how many wait, it takes their list for the shorter way, and reads all of it for each.
 */
export const lockWaiting = async (tx: Tx, cityId: string, id: string) => {
  const row = await storedMessages(tx, cityId)
    .where('messages.id', '=', id)
    .forUpdate('messages')
    .skipLocked()
    .executeTakeFirst()
  if (row?.state !== 'waiting') return undefined
  const message = told(row)
  if (message.isLocked) return drop(tx, cityId, id)
  if (!message.isAsWritten) await keepAsOfToday(tx, cityId, message)
  return message
}

/** What else waits for the same family from the same centre, as it may go today; kept locked as well. */
export const lockWaitingBeside = async (
  tx: Tx,
  cityId: string,
  { id, centreId, providerId, pageId }: StoredMessage,
) => {
  if (!pageId) return []
  const rows = await storedMessages(tx, cityId)
    .where('messages.id', '<>', id)
    .where('state', '=', waits)
    .where('messages.centreId', '=', centreId)
    .where(
      'messages.registrationId',
      'in',
      sql<string>`(select r.id from households h join registrations r on r.city_id = h.city_id and r.household_id = h.id
        where h.city_id = ${cityId} and h.page_id = ${pageId} and h.provider_id = ${providerId})`,
    )
    .forUpdate('messages')
    .skipLocked()
    .execute()
  const messages = rows.map(told)
  for (const message of messages) if (!message.isAsWritten) await keepAsOfToday(tx, cityId, message)
  return messages
}

const keepAsOfToday = (tx: Tx, cityId: string, { id, channel, address, isNeutral, hours }: StoredMessage) =>
  tx
    .updateTable('messages')
    .set({ channel, address, isNeutral, hours: hours ? JSON.stringify(hours) : null })
    .where('cityId', '=', cityId)
    .where('id', '=', id)
    .execute()

const drop = async (tx: Tx, cityId: string, id: string) => {
  await tx.deleteFrom('messages').where('cityId', '=', cityId).where('id', '=', id).execute()
}

/**
 * Some mails that may go now, as they were written, and that nothing speaks against, longest waiting first; kept locked
 * until the end. Where the family is reached otherwise today, its mail is left to its own job.
 */
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
  const rows = await storedMessages(tx, cityId).where('messages.id', 'in', ids).execute()
  return rows.map(told).filter(({ isAsWritten, isLocked }) => isAsWritten && !isLocked)
}

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

export const dueLater = async (tx: Tx, cityId: string, id: string, dueAt: Temporal.Instant) => {
  await tx.updateTable('messages').set({ dueAt }).where('cityId', '=', cityId).where('id', '=', id).execute()
}

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

/** Said as a word, not as a parameter: only so does a plan that is kept find the indexes of just these messages. */
export const waits = sql.lit('waiting' as const)
