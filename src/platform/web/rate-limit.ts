import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Says whether somebody may do something once more: at most `times` in `seconds`, per process. */
export type RateLimit = (who: string) => Promise<boolean>

export const rateLimit = ({ times, seconds }: { times: number; seconds: number }): RateLimit => {
  const limiter = new RateLimiterMemory({ points: times, duration: seconds })
  return async who => {
    try {
      await limiter.consume(who)
      return true
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return false
      throw refusal
    }
  }
}
