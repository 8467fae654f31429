import type { Database } from '../platform/database/connect.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { triesIn } from '../platform/web/rate-limit.ts'
import { isThisMachine } from '../platform/web/site.ts'
import type { Auth } from './auth.ts'
import { createSignInLimits } from './sign-in-limits.ts'
import { staffMemberFor } from './staff-member.ts'
import { openSignInPool } from './store/sign-in-pool.ts'

export type Identity = ReturnType<typeof createIdentity>

type Given = {
  /** The address of the database as the application's role; sign-in has connections of its own. */
  appUrl: string
  db: Database
  secret: string
  /** Where staff sign in, such as https://netz.wiesbaden.de. */
  baseUrl: string
  isDemo: boolean
}

/** Everything about who somebody is: sessions, accounts, and the limits on guessing. */
export const createIdentity = ({ appUrl, db, secret, baseUrl, isDemo }: Given) => {
  const origin = originOf(baseUrl, isDemo)
  const pool = openSignInPool(appUrl)
  // The library weighs a second and some 30 MB: it is loaded when somebody signs in, not by every start.
  let loaded: Promise<Auth> | undefined
  const auth = () => {
    loaded ??= import('./auth.ts').then(({ createAuth }) => createAuth({ pool, secret, baseUrl: origin }))
    return loaded
  }
  return {
    auth,
    db,
    isDemo,
    baseUrl: origin,
    limits: createSignInLimits(pool, secret),
    tries: triesIn(pool, secret),
    staffMember: staffMemberFor({ auth, db, isDemo }),
    stop: () => pool.end(),
  }
}

/** Cookies and passkeys are bound to one host, so a pattern of hosts is refused; so is sign-in without TLS. */
const originOf = (baseUrl: string, isDemo: boolean) => {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (!url || /\*|^0\.0\.0\.0$|^\[::\]$/.test(url.hostname))
    throw new OperatorError(
      `The address ${baseUrl} names no single host. Set KIEZNETZ_URL to the one under which staff sign in, such as https://netz.example.org.`,
    )
  if (url.protocol !== 'https:' && !isDemo && !isThisMachine(url.hostname))
    throw new OperatorError(
      `Staff would sign in unencrypted at ${url.origin}. Set KIEZNETZ_URL to an address that begins with https://.`,
    )
  return url.origin
}
