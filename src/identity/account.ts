import type { Identity } from './identity.ts'
import { cookiesOf, unlessRefused } from './sign-in.ts'

/** What somebody sees of her own account. */
export type OwnAccount = {
  email: string
  isDemo: boolean
  /** After the password she enters a code. */
  usesCodes: boolean
  passkeys: { id: string; madeAt: Temporal.Instant }[]
  /**
   * Nothing protects it yet, or she proved the second factor: a password alone may not add another. An account of the
   * demo belongs to everybody and takes none.
   */
  mayAddFactor: boolean
  /** When she last proved that it is she. */
  provedAt: Temporal.Instant | undefined
  /** Others use this device too, she said when she signed in. */
  isOnSharedDevice: boolean
}

/** Whoever is signed in by these cookies, as her own page shows her; undefined for everybody else. */
export const findOwnAccount = async (
  { auth }: Pick<Identity, 'auth'>,
  headers: Headers,
): Promise<OwnAccount | undefined> => {
  const { api } = await auth()
  const found = await api.getSession({ headers })
  if (!found) return undefined
  const { session, user } = found
  const passkeys = await api.listPasskeys({ headers })
  return {
    email: user.email,
    isDemo: user.isDemo === true,
    usesCodes: user.twoFactorEnabled === true,
    passkeys: passkeys.map(({ id, createdAt }) => ({
      id,
      madeAt: instantOf(createdAt),
    })),
    mayAddFactor:
      user.isDemo !== true &&
      (session.secondFactor === true || (passkeys.length === 0 && user.twoFactorEnabled !== true)),
    provedAt: session.provedAt ? instantOf(session.provedAt) : undefined,
    isOnSharedDevice: session.sharedDevice === true,
  }
}

const instantOf = (date: Date | string) => Temporal.Instant.fromEpochMilliseconds(new Date(date).getTime())

/** The cookies of the new session, or undefined when one of the two passwords will not do. All others end. */
export const changePassword = async (
  { auth }: Identity,
  passwords: { currentPassword: string; newPassword: string },
  headers: Headers,
) => {
  const { api } = await auth()
  const body = { ...passwords, revokeOtherSessions: true }
  const answer = await unlessRefused(api.changePassword({ body, headers, returnHeaders: true }))
  return answer && cookiesOf(answer.headers)
}

export type SecondFactorKey = { uri: string; key: string; backupCodes: readonly string[] }

/** A key for an app; it counts only once a code of it has been entered. Undefined when the password is wrong. */
export const startSecondFactor = async (
  { auth }: Identity,
  password: string,
  headers: Headers,
): Promise<SecondFactorKey | undefined> => {
  const { api } = await auth()
  const answer = await unlessRefused(api.enableTwoFactor({ body: { password }, headers }))
  if (answer?.method !== 'totp') return undefined
  const { totpURI, backupCodes } = answer
  return { uri: totpURI, key: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes }
}

/** The first code proves that the app has the key: from now on every sign-in asks for one. */
export const confirmSecondFactor = async ({ auth }: Identity, code: string, headers: Headers) => {
  const { api } = await auth()
  const answer = await unlessRefused(api.verifyTOTP({ body: { code }, headers, returnHeaders: true }))
  return answer && cookiesOf(answer.headers)
}

/** Takes one of her own passkeys away; it opens nothing any more. */
export const endPasskey = async ({ auth }: Identity, id: string, headers: Headers) => {
  const { api } = await auth()
  return (await unlessRefused(api.deletePasskey({ body: { id }, headers }))) !== undefined
}
