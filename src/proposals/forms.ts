import * as v from 'valibot'
import { id, neededText, renderingKey, text } from '../platform/web/form-fields.ts'
import { staffLanguages } from '../platform/wording/wording.ts'

/** What a partner says to the team beside its proposal. */
export const noteForm = v.object({ note: text(1000), renderingKey })

/** Whom a link is for, in which language, and where it is sent; without an address the lead hands it over. */
export const linkForm = v.object({
  partnerId: id(),
  email: v.pipe(
    text(254),
    v.check(email => email === '' || /^\S+@\S+\.\S+$/.test(email), 'email'),
  ),
  language: v.picklist(staffLanguages, 'missing'),
})

/** Why a proposal goes back. */
export const sendBackForm = v.object({ reason: neededText(1000) })
