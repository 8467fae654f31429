import { randomUUID } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { shortestPassword } from './forms.ts'
import { isSharedDevice } from './shared-device.ts'
import type { SignInPool } from './store/sign-in-pool.ts'

/** Idle this long, a session ends, on a shared device sooner; the absolute limit is in staff-member.ts. */
const idleSeconds = 30 * 60

export type Auth = ReturnType<typeof createAuth>

/**
 * Sign-in by e-mail and password, one-time codes and passkeys; hashes, tokens and sessions are the library's.
 * `baseUrl` is the address under which staff sign in: cookies, passkeys and trusted origins follow from it.
 */
export const createAuth = ({
  pool,
  secret,
  baseUrl,
}: {
  pool: SignInPool
  secret: string
  baseUrl: string
}) =>
  betterAuth({
    appName: 'KiezNetz',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [baseUrl],
    database: pool,
    logger: { disabled: true },
    telemetry: { enabled: false },
    // Ours counts by address and account together; see sign-in-limits.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'kieznetz',
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by those who answer for them.
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      modelName: 'sessions',
      expiresIn: idleSeconds,
      updateAge: 60,
      fields: {
        ...stamps,
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      additionalFields: {
        secondFactor: { type: 'boolean', defaultValue: false, input: false, fieldName: 'second_factor' },
        sharedDevice: { type: 'boolean', defaultValue: false, input: false, fieldName: 'shared_device' },
        provedAt: { type: 'date', required: false, input: false, fieldName: 'proved_at' },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, request) => ({
            // Which browser she uses is nobody's business.
            data: {
              ...session,
              userAgent: '',
              secondFactor: provedTwice(request),
              sharedDevice: isOnSharedDevice(request),
              provedAt: provedAt(request),
            },
          }),
        },
      },
    },
    user: {
      modelName: 'accounts',
      fields: { ...stamps, emailVerified: 'email_verified' },
      additionalFields: {
        isDemo: { type: 'boolean', defaultValue: false, input: false, fieldName: 'is_demo' },
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        ...stamps,
        userId: 'account_id',
        providerId: 'issuer',
        accountId: 'issuer_account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { ...stamps, expiresAt: 'expires_at' },
      storeIdentifier: 'hashed',
    },
    plugins: [
      twoFactor({
        issuer: 'KiezNetz',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'second_factors',
            fields: {
              userId: 'account_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpName: 'KiezNetz',
        rpID: new URL(baseUrl).hostname,
        origin: baseUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        // The library asks for a fingerprint or PIN but does not insist; only with it is a passkey two factors.
        authentication: {
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
        schema: {
          passkey: {
            modelName: 'passkeys',
            fields: {
              userId: 'account_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  })

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

type SignInRequest = {
  path?: string
  headers?: Headers | undefined
  context: { session: { session: Record<string, unknown> } | null }
} | null

/** A session is strong when a passkey or a one-time code opened it, or when it replaces one that was. */
const provedTwice = (request: SignInRequest) =>
  strongPaths.has(request?.path ?? '') ||
  (request?.path === '/change-password' && request.context.session?.session.secondFactor === true)

/** A new password proves the old one only, so the session that follows is no fresher than the one before. */
const provedAt = (request: SignInRequest) =>
  request?.path === '/change-password' ? request.context.session?.session.provedAt : new Date()

/** As she said when she signed in; a session that replaces another is on the same device. */
const isOnSharedDevice = (request: SignInRequest) =>
  isSharedDevice(request?.headers) || request?.context.session?.session.sharedDevice === true

const strongPaths = new Set([
  '/passkey/verify-authentication',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
])
