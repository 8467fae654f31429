import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { limitForm } from './forms.ts'
import { SmsPage } from './pages/sms-page.tsx'
import { paths } from './paths.ts'
import { readSmsCosts, setSmsLimit } from './sms-limit.ts'

const forManagers = forRoles('provider-manager')

/** What SMS cost a provider. */
export const smsRoutes = (routes: PageRoutes) => {
  routes.get('/staff/sms', forManagers, c => show(c))

  routes.post('/staff/sms', forManagers, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, limitForm)
    if (!parsed.ok) return show(c, { providerId: textOf(form, 'provider') ?? '', typed: valuesOf(form) })
    await setSmsLimit(c.var.context, parsed.value.provider, parsed.value.limit)
    return c.redirect(`${paths.sms(c.var.wording.language)}?news=set`, 303)
  })
}

const show = async (c: Page, sent?: { providerId: string; typed: FormValues }) => {
  const { context, wording } = c.var
  const costs = await readSmsCosts(context)
  if (sent) c.status(422)
  const page = { costs, sent, wording, thisMonth: todayIn(context).with({ day: 1 }) }
  return c.render(<SmsPage {...page} isNew={c.req.query('news') === 'set'} />, {
    ...{ frame: 'staff', current: 'sms', title: wording.t('outreach.sms.cost.title') },
  })
}
