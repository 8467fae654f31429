import * as v from 'valibot'
import { text } from '../../platform/web/form-fields.ts'

/** Where an online offer is held; nothing typed takes the link away. */
export const onlineLinkForm = v.object({
  sessionId: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^([0-9a-f-]{36})?$/, 'unreadable'),
    v.transform(id => id || null),
  ),
  address: v.pipe(
    text(500),
    v.check(value => value === '' || (/^https:\/\/\S+$/.test(value) && URL.canParse(value)), 'not-a-link'),
  ),
})
