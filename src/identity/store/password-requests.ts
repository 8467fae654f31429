import type { Tx } from '../../platform/database/connect.ts'

export type PasswordRequest = { id: string; email: string; language: string; askedAt: Temporal.Instant }

export const addPasswordRequest = async (tx: Tx, request: PasswordRequest) => {
  await tx.insertInto('identity.passwordRequests').values(request).execute()
}

/** Takes the request away in the caller's transaction; when that rolls back it is still there. */
export const takePasswordRequest = (tx: Tx, id: string): Promise<PasswordRequest | undefined> =>
  tx.deleteFrom('identity.passwordRequests').where('id', '=', id).returningAll().executeTakeFirst()

/**
 * The account of an e-mail, if it chose a password before: the first one comes with a link that is handed over in
 * person. Demo accounts belong to everybody and keep theirs.
 */
export const findAccountWithPassword = (tx: Tx, email: string) =>
  tx
    .selectFrom('identity.accounts as a')
    .innerJoin('identity.credentials as c', 'c.accountId', 'a.id')
    .select(['a.id', 'a.email', 'a.name'])
    .where('a.email', '=', email)
    .where('a.isDemo', '=', false)
    .where('c.password', 'is not', null)
    .executeTakeFirst()

/** Every link that still waits for an account: with a new password the older ones open nothing any more. */
export const dropLinksOf = async (tx: Tx, accountId: string) => {
  await tx.deleteFrom('identity.verifications').where('value', '=', accountId).execute()
}
