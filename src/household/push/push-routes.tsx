import { forEveryone, type PageRoutes } from '../../identity/index.ts'
import { parseForm, textOf } from '../../platform/web/form.ts'
import { paths } from '../paths.ts'
import { findRegistrations } from '../read-page.ts'
import { phoneForm } from './forms.ts'
import { hearOnPhone, silencePhone } from './hear-on-phone.ts'

/** A phone says that it wants to hear of news, or that it does not. */
export const pushRoutes = (routes: PageRoutes) =>
  routes.post('/my/:link/family/push', forEveryone, async c => {
    const link = c.req.param('link')
    await findRegistrations(c.var.atDesk, link)
    const form = await c.req.formData()
    const page = paths.page(c.var.wording.language, link)
    const wish = textOf(form, 'do')
    if (wish === 'stop-all') {
      await silencePhone(c.var.atDesk, link)
      return c.redirect(`${page}?news=push-all-off`, 303)
    }
    if (wish === 'stop') {
      await silencePhone(c.var.atDesk, link, textOf(form, 'endpoint') ?? '')
      return c.redirect(`${page}?news=push-off`, 303)
    }
    const phone = parseForm(form, phoneForm)
    if (!phone.ok) return c.redirect(page, 303)
    const { outcome } = await hearOnPhone(c.var.atDesk, link, phone.value)
    return c.redirect(`${page}?news=${outcome === 'kept' ? 'push-on' : 'push-too-many'}`, 303)
  })
