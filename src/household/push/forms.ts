import * as v from 'valibot'
import { isPushService } from '../../platform/push/push-services.ts'

const key = (least: number, most: number) =>
  v.pipe(v.string('missing'), v.regex(/^[\w-]+$/, 'key'), v.minLength(least, 'key'), v.maxLength(most, 'key'))

/** As a browser gives it to a page; filled in by the script of the page, never by people. */
export const phoneForm = v.object({
  endpoint: v.pipe(v.string('missing'), v.maxLength(1000, 'address'), v.check(isPushService, 'address')),
  p256dh: key(80, 100),
  auth: key(20, 40),
})
