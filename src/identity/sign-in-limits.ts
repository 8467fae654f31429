import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { SignInPool } from './store/sign-in-pool.ts'

/** Whose attempt it is: the network address it comes from, and the e-mail that was typed. */
export type Attempt = { address: string; email: string }

/**
 * Bounds failed sign-ins: 5 in a quarter of an hour for an address and account together, 60 for an address,
 * 30 in an hour for an account from addresses it never signed in from. So guessing is hopeless, and nobody can
 * lock a colleague out of her own desk. A link for a new password can be asked for 3 times an hour for an e-mail
 * and 20 times from an address, so that no mailbox is flooded.
 */
export const createSignInLimits = (pool: SignInPool, secret: string) => {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      ...{ storeClient: pool, storeType: 'pool', schemaName: 'identity', tableName: 'rate_limits' },
      ...{ tableCreated: true, keyPrefix, points, duration },
    })
  const together = limiter('together', 5, 15 * 60)
  const fromAddress = limiter('address', 60, 15 * 60)
  const fromStrangers = limiter('strangers', 30, 60 * 60)
  const linksByEmail = limiter('links-email', 3, 60 * 60)
  const linksFromAddress = limiter('links-address', 20, 60 * 60)
  const known = limiter('known', 1, 90 * 24 * 60 * 60)
  // Kept as keyed hashes: the table tells nobody who signed in from where.
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest('base64url')

  const keysOf = ({ address, email }: Attempt) => ({
    pair: hash(`${address} ${email.toLowerCase()}`),
    address: hash(address),
    email: hash(email.toLowerCase()),
  })

  return {
    /** Counts an attempt before it is tried, so that many at once cannot slip through. */
    mayTry: async (attempt: Attempt): Promise<boolean> => {
      const keys = keysOf(attempt)
      const isKnown = (await known.get(keys.pair)) !== null
      return (
        (await consumes(together, keys.pair)) &&
        (await consumes(fromAddress, keys.address)) &&
        (isKnown || (await consumes(fromStrangers, keys.email)))
      )
    },
    mayAskForLink: async (attempt: Attempt): Promise<boolean> => {
      const keys = keysOf(attempt)
      return (await consumes(linksFromAddress, keys.address)) && (await consumes(linksByEmail, keys.email))
    },
    /** Forgets the failures of this address and account, and remembers that they belong together. */
    succeeded: async (attempt: Attempt) => {
      const keys = keysOf(attempt)
      await Promise.all([
        together.delete(keys.pair),
        fromAddress.reward(keys.address),
        known.set(keys.pair, 1, known.duration),
      ])
    },
  }
}

const consumes = async (limiter: RateLimiterPostgres, key: string) => {
  try {
    await limiter.consume(key)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}
