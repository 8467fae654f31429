import * as v from 'valibot'
import { languages } from '../platform/wording/wording.ts'

const words = (longest: number) =>
  v.pipe(v.optional(v.string('unreadable'), ''), v.maxLength(longest, 'too-long'))

/** What a partner says to the team beside its proposal. */
export const noteForm = v.object({
  note: words(1000),
  renderingKey: v.pipe(v.optional(v.string(), ''), v.regex(/^[\w-]{22}$/, 'stale')),
})

/** Whom a link is for, in which language, and where it is sent; without an address the lead hands it over. */
export const linkForm = v.object({
  partnerId: v.pipe(v.optional(v.string(), ''), v.uuid('missing')),
  email: v.pipe(
    words(254),
    v.check(email => email === '' || /^\S+@\S+\.\S+$/.test(email), 'email'),
  ),
  language: v.picklist(languages, 'missing'),
})

/** Why a proposal goes back. */
export const sendBackForm = v.object({ reason: v.pipe(words(1000), v.nonEmpty('missing')) })
