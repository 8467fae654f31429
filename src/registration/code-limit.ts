import { sharedRateLimit } from '../platform/web/rate-limit.ts'

/** Codes are short enough to be typed, so nobody may try many, wherever they are typed. */
export const mayTryCodes = sharedRateLimit({ name: 'code', times: 10, seconds: 600 })
