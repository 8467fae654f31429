import { type Context, forEveryone, type Page, type PageRoutes } from '../../identity/index.ts'
import { clientAddress } from '../../platform/web/client-address.ts'
import { parseForm, textOf } from '../../platform/web/form.ts'
import { sharedRateLimit } from '../../platform/web/rate-limit.ts'
import { mayTryCodes } from '../code-limit.ts'
import { mayAskForCode, mayTextTo } from '../letter-limit.ts'
import type { Registration } from '../registration.ts'
import { showRegistration } from '../show.ts'
import { confirmNumber, forgetNumberCode } from './confirm-number.ts'
import { numberCodeForm } from './number-form.ts'
import { sendCode } from './send-code.ts'

/** What is wrong with the code that came by SMS. */
export type NumberFault = 'required' | 'code' | 'too-often' | 'no-more-codes'

type AtLink = { desk: Context; view: { registration: Registration }; address: string }

type Own = {
  atLink: (c: Page, link: string) => Promise<AtLink>
  showMine: (c: Page, link: string, fault: NumberFault) => Response | Promise<Response>
}

// Six digits are soon tried out, even from many places. Counted by the page of the family, where one code counts for all:
// who registers with the number of somebody else tries at a code of her own, and ends none but that. How many codes a
// number gets in a day bounds how often anybody may guess.
const mayTryNumber = sharedRateLimit({ name: 'number-code', times: 5, seconds: 600 })

/** A family shows that the number it gave is its own. */
export const numberRoutes = (routes: PageRoutes, { atLink, showMine }: Own) =>
  routes.post('/my/:link/number', forEveryone, async c => {
    const link = c.req.param('link')
    const { desk, view, address } = await atLink(c, link)
    const form = await c.req.formData()
    if (textOf(form, 'do') === 'send') {
      const outcome = await sendCodeTo(c, desk, view.registration.id)
      return outcome === 'no-more-codes'
        ? showMine(c, link, outcome)
        : c.redirect(`${address}?news=${outcome}`, 303)
    }
    const typed = parseForm(form, numberCodeForm)
    if (!typed.ok) return showMine(c, link, 'required')
    const { id, pageId } = view.registration
    if (!(await mayTryNumber(c, pageId))) {
      await forgetNumberCode(desk, id)
      return showMine(c, link, 'too-often')
    }
    if (!(await mayTryCodes(c, clientAddress(c)))) return showMine(c, link, 'too-often')
    const { outcome } = await confirmNumber(desk, id, typed.value.code)
    return outcome === 'other-code'
      ? showMine(c, link, 'code')
      : c.redirect(`${address}?news=${outcome}`, 303)
  })

/** Sends a code to the number of a registration, as often as that is allowed; its page says whether one is on its way. */
export const sendCodeTo = async (
  c: Page,
  desk: Context,
  registrationId: string,
  { unlessSent = false }: { unlessSent?: boolean } = {},
) => {
  const { contact } = (await showRegistration(desk, registrationId)).registration.household
  if (contact.kind !== 'phone') return 'nothing-to-confirm'
  if (!(await mayAskForCode(c, registrationId)) || !(await mayTextTo(c, contact.phone)))
    return 'no-more-codes'
  return (await sendCode(desk, registrationId, { unlessSent })).outcome
}
