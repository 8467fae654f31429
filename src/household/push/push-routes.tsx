import * as v from 'valibot'
import { forEveryone, nobodysDesk, type PageRoutes } from '../../identity/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { isPushService } from '../../platform/push/push-services.ts'
import { parseForm, textOf } from '../../platform/web/form.ts'
import { hashOfLink } from '../../platform/web/keys.ts'
import { paths } from '../paths.ts'
import { findRegistrations } from '../read-page.ts'
import * as store from '../store.ts'

const key = (least: number, most: number) =>
  v.pipe(v.string('missing'), v.regex(/^[\w-]+$/, 'key'), v.minLength(least, 'key'), v.maxLength(most, 'key'))

/** As a browser gives it to a page; filled in by the script of the page, never by people. */
const targetForm = v.object({
  endpoint: v.pipe(v.string('missing'), v.maxLength(1000, 'address'), v.check(isPushService, 'address')),
  p256dh: key(80, 100),
  auth: key(20, 40),
})

/** A phone says that it wants to hear of news, or that it does not. */
export const pushRoutes = (routes: PageRoutes) =>
  routes.post('/my/:link/family/push', forEveryone, async c => {
    const link = c.req.param('link')
    const desk = c.var.atDesk(nobodysDesk)
    await findRegistrations(c.var.atDesk, link)
    const [cityId, at] = [desk.city.id, { hash: hashOfLink(link), now: desk.now }]
    const form = await c.req.formData()
    const page = paths.page(c.var.wording.language, link)
    if (textOf(form, 'do') === 'stop') {
      await inTransaction(desk, tx =>
        store.stopPush(tx, cityId, { ...at, endpoint: textOf(form, 'endpoint') ?? '' }),
      )
      return c.redirect(`${page}?news=push-off`, 303)
    }
    const target = parseForm(form, targetForm)
    if (!target.ok) return c.redirect(page, 303)
    const isKept = await inTransaction(desk, tx => store.keepPush(tx, cityId, { ...at, ...target.value }))
    return c.redirect(isKept ? `${page}?news=push-on` : page, 303)
  })
