import { sql } from 'kysely'
import type { CentreRef } from '../identity/index.ts'
import type { Database, Tx } from '../platform/database/connect.ts'
import { deleteSome } from '../platform/database/delete-some.ts'
import { isLanguage, type Language } from '../platform/wording/wording.ts'

type Wish = CentreRef & {
  id: string
  email: string
  language: Language
  askedAt: Temporal.Instant
  deleteOn: Temporal.PlainDate
}

export const addWish = async (tx: Tx, cityId: string, wish: Wish, linkHash: Buffer) => {
  await tx
    .insertInto('subscriptions')
    .values({ ...wish, cityId })
    .execute()
  await addLink(tx, cityId, { ...wish, subscriptionId: wish.id }, linkHash)
}

export const addLink = (
  tx: Tx,
  cityId: string,
  { subscriptionId, providerId, centreId }: CentreRef & { subscriptionId: string },
  hash: Buffer,
) =>
  tx.insertInto('subscriptionLinks').values({ cityId, hash, subscriptionId, providerId, centreId }).execute()

export type Subscription = CentreRef & { id: string; email: string; language: Language }

/** Some of those who have not had the letter of this Sunday, kept locked, so that nobody gets it twice. */
export const lockUnsent = async (
  tx: Tx,
  cityId: string,
  sunday: Temporal.PlainDate,
  limit: number,
): Promise<Subscription[]> => {
  const rows = await tx
    .selectFrom('subscriptions')
    .select(['id', 'providerId', 'centreId', 'email', 'language'])
    .where('cityId', '=', cityId)
    .where('confirmedAt', 'is not', null)
    .where(({ or, eb }) => or([eb('sentOn', 'is', null), eb('sentOn', '<', sunday)]))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(row => ({ ...row, language: isLanguage(row.language) ? row.language : 'de' }))
}

export const markSent = (tx: Tx, cityId: string, ids: readonly string[], sunday: Temporal.PlainDate) =>
  tx
    .updateTable('subscriptions')
    .set({ sentOn: sunday })
    .where('cityId', '=', cityId)
    .where('id', 'in', [...ids])
    .execute()

/** What a link opens: whose letter, and whether it comes already. */
export const openByLink = async (db: Database, cityId: string, linkHash: Buffer) => {
  const { rows } = await sql<{ centreId: string; isConfirmed: boolean }>`
    select * from subscription_behind(${cityId}, ${linkHash})`.execute(db)
  return rows[0]
}

/** False where the link opens nothing any more. */
export const confirm = async (db: Database, cityId: string, linkHash: Buffer, now: Temporal.Instant) => {
  const { rows } = await sql<{ isConfirmed: boolean }>`
    select confirm_subscription(${cityId}, ${linkHash}, ${now}) as is_confirmed`.execute(db)
  return rows[0]?.isConfirmed ?? false
}

export const stop = async (db: Database, cityId: string, linkHash: Buffer) => {
  await sql`select stop_subscription(${cityId}, ${linkHash})`.execute(db)
}

/** How many get the letter of a centre of one's own. */
export const countAt = async (tx: Tx, cityId: string, centreId: string) => {
  const { rows } = await sql<{ amount: number }>`
    select amount from count_subscriptions(${cityId}, array[${centreId}]::uuid[])`.execute(tx)
  return rows[0]?.amount ?? 0
}

/** Deletes wishes that nobody confirmed, and says whose they were. */
export const deleteUnconfirmed = (tx: Tx, cityId: string, today: Temporal.PlainDate, limit: number) =>
  deleteSome(tx, 'subscriptions', { cityId, hasEnded: sql`delete_on <= ${today}`, limit })
