import { parseForm } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { forRoles, type Page, type PageRoutes } from './audience.ts'
import { endSupport } from './end-support.ts'
import { supportForm } from './forms.ts'
import { grantSupport } from './grant-support.ts'
import type { Identity } from './identity.ts'
import { SupportPage, type SupportView } from './pages/support-page.tsx'
import { paths } from './paths.ts'
import { supportHere } from './support.ts'

const forTheProvider = forRoles('provider-manager', 'centre-lead', 'course-leader')

/** Support access: everybody at the provider reads the list, its manager grants and ends. */
export const supportRoutes = (routes: PageRoutes, identity: Identity) => {
  routes.get('/staff/support', forTheProvider, c => {
    const { t } = c.var.wording
    const done = c.req.query('done')
    const news = done === 'granted' || done === 'ended' ? t(`identity.support.${done}`) : undefined
    return showSupport(c, { news })
  })

  routes.post('/staff/support', forRoles('provider-manager'), async c => {
    const typed = parseForm(await c.req.formData(), supportForm)
    if (!typed.ok) return showSupport(c, typed, 422)

    const { email, centre: centreId, days, reason } = typed.value
    const granted = await grantSupport(identity, c.var.context, { email, centreId, days, reason })
    if (granted.outcome === 'granted')
      return c.redirect(`${paths.support(c.var.wording.language)}?done=granted`, 303)
    const values = { email, centre: centreId, days: String(days), reason }
    return showSupport(c, { problems: { email: granted.outcome }, values }, 422)
  })

  routes.post('/staff/support/:id/end', forRoles('provider-manager'), async c => {
    await endSupport(identity, c.var.context, idFrom(c.req.param('id')))
    return c.redirect(`${paths.support(c.var.wording.language)}?done=ended`, 303)
  })
}

const showSupport = async (
  c: Page,
  { news, problems, values }: Pick<SupportView, 'news' | 'problems' | 'values'>,
  status: 200 | 422 = 200,
) => {
  const { context, wording } = c.var
  const { grants, centres } = await supportHere(context)
  c.status(status)
  return c.render(<SupportPage {...{ wording, grants, centres, news, problems, values }} />, {
    ...{ title: wording.t('identity.support.title'), frame: 'staff', current: 'support' },
  })
}
