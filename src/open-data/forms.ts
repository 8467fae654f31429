import * as v from 'valibot'
import { neededText } from '../platform/web/form-fields.ts'

/** Whatever is copied from the bar of a browser becomes its origin: https://kita.example, without a path. */
const originOf = (text: string) => {
  try {
    const { origin, protocol, hostname } = new URL(text.includes('://') ? text : `https://${text}`)
    const isAtHome = hostname === 'localhost' || hostname === '127.0.0.1'
    return protocol === 'https:' || (protocol === 'http:' && isAtHome) ? origin : ''
  } catch {
    return ''
  }
}

export const siteForm = v.object({
  name: neededText(120),
  origin: v.pipe(
    v.string('missing'),
    v.minLength(1, 'missing'),
    v.maxLength(300, 'address'),
    v.transform(originOf),
    v.regex(/^https?:\/\/[a-z0-9.-]{1,253}(:\d{1,5})?$/, 'address'),
  ),
})
