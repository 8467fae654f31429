import { createHmac } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'

/** How often somebody may do something: at most `times` in `seconds`. */
type Limit = { times: number; seconds: number }

/** Says whether somebody may do something once more, and counts that she tried. */
export type RateLimit = (who: string) => Promise<boolean>

/** Counted by each process for itself: for what is asked so often that writing it down would cost more than answering. */
export const rateLimit = ({ times, seconds }: Limit): RateLimit => {
  const limiter = new RateLimiterMemory({ points: times, duration: seconds })
  return who => consumes(limiter, who)
}

/** Counted for all processes together, and further after a restart. */
export const sharedRateLimit =
  (limit: Limit & { name: string }) =>
  (c: Context, who: string): Promise<boolean> =>
    (c.get('tries') as Tries)(limit)(who)

export type Tries = (limit: Limit & { name: string }) => RateLimit

/**
 * Keeps the tries of all processes in the table `identity.rate_limits`, where sign-in keeps its own. Whose they are
 * stands there as a keyed hash: the table tells nobody who was here.
 */
export const triesIn = (pool: object, secret: string): Tries => {
  const limiters = new Map<string, RateLimiterPostgres>()
  return ({ name, times, seconds }) => {
    const limiter =
      limiters.get(name) ??
      new RateLimiterPostgres({
        ...{ storeClient: pool, storeType: 'pool', schemaName: 'identity', tableName: 'rate_limits' },
        ...{ tableCreated: true, keyPrefix: name, points: times, duration: seconds },
      })
    limiters.set(name, limiter)
    return who => consumes(limiter, createHmac('sha256', secret).update(who).digest('base64url'))
  }
}

export const rememberTries =
  (tries: Tries): MiddlewareHandler =>
  (c, next) => {
    c.set('tries', tries)
    return next()
  }

const consumes = async (limiter: RateLimiterMemory | RateLimiterPostgres, who: string) => {
  try {
    await limiter.consume(who)
    return true
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false
    throw refusal
  }
}
