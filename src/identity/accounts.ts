import { randomBytes } from 'node:crypto'
import type { Identity } from './identity.ts'

type Accounts = Pick<Identity, 'auth'>

/** How long a link waits: one that is handed over in person, and one that came by mail a moment ago. */
const waits = { handedOver: 7 * 24 * 60 * 60 * 1000, mailed: 60 * 60 * 1000 }

/** How the token of a link begins that was in nobody's hands but went to a mailbox, for a new beginning there. */
const fromMailbox = 'mail.'

export type Account = { id: string; email: string; name: string }

/** The account behind an e-mail address, in whatever case it was typed. */
export const findAccount = async (accounts: Accounts, email: string): Promise<Account | undefined> => {
  const { internalAdapter } = await contextOf(accounts)
  return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user
}

/** An account without a password and without any right; a set-up link gives it the first, memberships the second. */
export const makeAccount = async (
  accounts: Accounts,
  { email, name, isDemo = false }: { email: string; name: string; isDemo?: boolean },
): Promise<Account> => {
  const { internalAdapter } = await contextOf(accounts)
  const account = { email: email.toLowerCase(), name, emailVerified: false, isDemo }
  return internalAdapter.createUser(account, { method: 'admin' })
}

/** The token of a link with which somebody chooses her password, once and within a week. */
export const issueSetUpToken = (accounts: Accounts, accountId: string) =>
  issueToken(accounts, accountId, waits.handedOver)

/** The token of a link for a new password, by which second factor and passkeys stay as they are; once, for an hour. */
export const issuePasswordToken = (accounts: Accounts, accountId: string) =>
  issueToken(accounts, accountId, waits.mailed)

/** The token of a mailed link after which nobody but her has a way into the account; once, within a week. */
export const issueProofToken = (accounts: Accounts, accountId: string) =>
  issueToken(accounts, accountId, waits.handedOver, fromMailbox)

export const provesMailbox = (token: string) => token.startsWith(fromMailbox)

const issueToken = async (accounts: Accounts, accountId: string, wait: number, beginning = '') => {
  const { internalAdapter } = await contextOf(accounts)
  const token = beginning + randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + wait)
  // The library's own link for a new password; it stores the name hashed and takes each one once.
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: accountId,
    expiresAt,
  })
  return token
}

/** Whose password a link changes; undefined when it is unknown or was used. */
export const accountOfToken = async (accounts: Accounts, token: string) => {
  const { internalAdapter } = await contextOf(accounts)
  return (await internalAdapter.findVerificationValue(`reset-password:${token}`))?.value
}

/** Gives an account a password without asking; only demo accounts come to theirs like this. */
export const setPassword = async (accounts: Accounts, accountId: string, password: string) => {
  const { internalAdapter, password: library } = await contextOf(accounts)
  await internalAdapter.linkAccount({
    userId: accountId,
    providerId: 'credential',
    accountId,
    password: await library.hash(password),
  })
}

const contextOf = async ({ auth }: Accounts) => (await auth()).$context
