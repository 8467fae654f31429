import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { accountOfToken, provesMailbox } from './accounts.ts'
import { actingAs, type Context } from './context.ts'
import { demoPassword } from './demo-accounts.ts'
import type { Identity } from './identity.ts'
import { onDevice } from './shared-device.ts'
import type { Attempt } from './sign-in-limits.ts'
import { dropLinksOf } from './store/password-requests.ts'
import { takeOver } from './store/sign-ins.ts'

export type SignInOutcome =
  | { outcome: 'signed-in' | 'code-needed'; cookies: string[] }
  | { outcome: 'refused' | 'too-many' }

/** Signs somebody in by e-mail and password. Nobody learns from the answer whether there is such an account. */
export const signIn = async (
  { auth, limits, isDemo }: Identity,
  { password, isShared = false, ...attempt }: Attempt & { password: string; isShared?: boolean },
  headers: Headers,
): Promise<SignInOutcome> => {
  if (!(await limits.mayTry(attempt))) return { outcome: 'too-many' }
  const answer = await unlessRefused(
    (await auth()).api.signInEmail({
      body: { email: attempt.email, password },
      headers: onDevice(headers, isShared),
      returnHeaders: true,
    }),
  )
  if (!answer) return { outcome: 'refused' }

  const { response } = answer
  if ('twoFactorRedirect' in response) {
    await limits.succeeded(attempt)
    return { outcome: 'code-needed', cookies: cookiesOf(answer.headers) }
  }
  // A demo account of an earlier start has a password that everybody knows.
  if ((response.user as { isDemo?: boolean }).isDemo && !isDemo) {
    await (await (await auth()).$context).internalAdapter.deleteSession(response.token)
    return { outcome: 'refused' }
  }
  await limits.succeeded(attempt)
  return { outcome: 'signed-in', cookies: cookiesOf(answer.headers) }
}

/** One click instead of typing what stands beside it; only in the demo, and only for its accounts. */
export const signInToDemo = (
  identity: Identity,
  attempt: Attempt,
  headers: Headers,
): Promise<SignInOutcome> =>
  identity.isDemo
    ? signIn(identity, { ...attempt, password: demoPassword }, headers)
    : Promise.resolve({ outcome: 'refused' })

/** The second step: a code of the app, or one of the backup codes, each of which works once. */
export const enterCode = async (
  { auth }: Identity,
  code: string,
  headers: Headers,
): Promise<SignInOutcome> => {
  const { api } = await auth()
  const asked = { body: { code }, headers, returnHeaders: true } as const
  const answer = await unlessSealed(
    unlessRefused<{ headers: Headers }>(
      /^\d{6}$/.test(code) ? api.verifyTOTP(asked) : api.verifyBackupCode(asked),
    ),
  )
  return answer ? { outcome: 'signed-in', cookies: cookiesOf(answer.headers) } : { outcome: 'refused' }
}

/** Ends the session of these cookies, and returns those that take them away. */
export const signOut = async ({ auth }: Identity, headers: Headers): Promise<string[]> => {
  const answer = await unlessRefused((await auth()).api.signOut({ headers, returnHeaders: true }))
  return answer ? cookiesOf(answer.headers) : []
}

/**
 * Gives an account its password by a one-time link: every session and every other link of it ends, its second factor
 * and passkeys stay. They go, too, with the link that makes an account hers alone which somebody else had set up.
 */
export const setUpPassword = async (
  identity: Identity,
  context: Context,
  { token, password: newPassword }: { token: string; password: string },
) => {
  const accountId = await accountOfToken(identity, token)
  const { api } = await identity.auth()
  const isSet = await unlessRefused(api.resetPassword({ body: { token, newPassword } }))
  if (!isSet || !accountId) return false

  const system = actingAs({ ...context, db: identity.db }, { kind: 'system' })
  const herself = { ...context, actor: { kind: 'staff', accountId } }
  await inTransaction(system, async tx => {
    await (provesMailbox(token) ? takeOver : dropLinksOf)(tx, accountId)
    await record(tx, herself, { action: 'password.set', providerId: null, subjectId: accountId })
  })
  return true
}

/** What the library refuses is one answer to us, whatever its reason; what breaks rises. */
export const unlessRefused = async <Answer>(call: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await call
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/**
 * After a restore with another KIEZNETZ_SECRET second factors cannot be opened any more: nobody gets in by them, and
 * each needs a new link.
 */
const unlessSealed = async <Answer>(call: Promise<Answer | undefined>): Promise<Answer | undefined> => {
  try {
    return await call
  } catch (error) {
    if (error instanceof Error && /invalid tag|decrypt/i.test(error.message)) return undefined
    throw error
  }
}

const isRefusal = (error: unknown) =>
  error instanceof Error &&
  error.name === 'APIError' &&
  'statusCode' in error &&
  Number(error.statusCode) < 500

/**
 * The cookies of an answer. That of the session ends with the browser's window: how long the session itself
 * lasts is decided here alone, and a shared desk forgets it.
 */
export const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map(cookie =>
      /session_token=[^;]/.test(cookie) ? cookie.replace(/;\s*(max-age|expires)=[^;]*/gi, '') : cookie,
    )
