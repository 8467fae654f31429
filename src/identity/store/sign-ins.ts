import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import { dropLinksOf } from './password-requests.ts'

/** Takes the account for this transaction: two who give or end rights at once do it one after the other. */
export const lockAccount = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('identity.accounts')
    .select(['id', 'isDemo'])
    .where('id', '=', accountId)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** Whether the account may do anything at all, at any provider and in any city. */
export const worksAnywhere = async (tx: Tx, accountId: string, now: Temporal.Instant) => {
  const { rows } = await sql<{ works: boolean }>`
    select works_anywhere(${accountId}, ${now.toString()}) as works`.execute(tx)
  return rows[0]?.works === true
}

/** Whether a right from a provider (or the city) counts, as its sign-in came into being. */
export const countsFor = async (tx: Tx, accountId: string, answering: string) => {
  const { rows } = await sql<{ counts: boolean }>`
    select identity.counts_for(${accountId}, ${answering}) as counts`.execute(tx)
  return rows[0]?.counts === true
}

/** Whether all that an account may do lies with these providers; with none named, with the city alone. */
export const worksOnlyFor = async (
  tx: Tx,
  given: { accountId: string; cityId: string; providers: string[]; now: Temporal.Instant },
) => {
  const { accountId, cityId, providers, now } = given
  const { rows } = await sql<{ isAlone: boolean }>`
    select works_only_for(${accountId}, ${cityId}, ${`{${providers}}`}::uuid[], ${now.toString()}) as is_alone
  `.execute(tx)
  return rows[0]?.isAlone === true
}

/**
 * Takes password, second factor, passkeys, sessions and waiting links from an account. Only a new link opens it again,
 * and what it then may do counts for those who hand it over; null is the operator, who answers for the machine.
 */
export const clearSignIn = async (tx: Tx, accountId: string, handedOverBy: readonly string[] | null) => {
  await dropLinksOf(tx, accountId)
  await tx.deleteFrom('identity.credentials').where('accountId', '=', accountId).execute()
  await startAnew(tx, accountId, handedOverBy)
}

/** She has chosen a password by a link from her own mailbox: it is hers, whoever set up the account; all else goes. */
export const takeOver = async (tx: Tx, accountId: string) => {
  await dropLinksOf(tx, accountId)
  await tx
    .deleteFrom('identity.credentials')
    .where('accountId', '=', accountId)
    .where('issuer', '<>', 'credential')
    .execute()
  await startAnew(tx, accountId, null)
}

const startAnew = async (tx: Tx, accountId: string, handedOverBy: readonly string[] | null) => {
  for (const table of ['secondFactors', 'passkeys', 'sessions'] as const)
    await tx.deleteFrom(`identity.${table}`).where('accountId', '=', accountId).execute()
  await tx
    .updateTable('identity.accounts')
    .set({ twoFactorEnabled: false, handedOverBy: handedOverBy && [...handedOverBy] })
    .where('id', '=', accountId)
    .execute()
}

/** Whom a link in her mailbox would make the only one with a way into her account; undefined when she is already. */
export const findToProve = (tx: Tx, accountId: string) =>
  tx
    .selectFrom('identity.accounts')
    .select(['name', 'email'])
    .where('id', '=', accountId)
    .where('handedOverBy', 'is not', null)
    .executeTakeFirst()
