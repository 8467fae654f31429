import { LinkButton } from '../platform/design/index.ts'
import { parseForm } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { forRoles, freshSignIn, type Page, type PageRoutes } from './audience.ts'
import { endSupport } from './end-support.ts'
import { supportForm } from './forms.ts'
import { grantSupport } from './grant-support.ts'
import type { Identity } from './identity.ts'
import { GrantPage, type GrantView } from './pages/grant-page.tsx'
import { SupportPage } from './pages/support-page.tsx'
import { paths } from './paths.ts'
import { showLink } from './people-routes.tsx'
import { supportHere } from './support.ts'

const forTheProvider = forRoles('provider-manager', 'centre-lead', 'course-leader')
const forItsManager = freshSignIn(forRoles('provider-manager'))

/** Support access: everybody at the provider reads the list, its manager grants and ends. */
export const supportRoutes = (routes: PageRoutes, identity: Identity) => {
  routes.get('/staff/support', forTheProvider, async c => {
    const { context, wording } = c.var
    const done = c.req.query('done')
    const said = (['granted', 'mailed', 'ended'] as const).find(each => each === done)
    const news = said && wording.t(`identity.support.${said}`)
    const { grants, centres } = await supportHere(context)
    return c.render(<SupportPage {...{ wording, grants, news }} />, {
      ...{ title: wording.t('identity.support.title'), frame: 'staff', current: 'support' },
      actions: centres.length > 0 && (
        <LinkButton kind="primary" href={paths.grantSupport(wording.language)}>
          {wording.t('identity.support.grant')}
        </LinkButton>
      ),
    })
  })

  routes.get('/staff/support/grant', forItsManager, c => showGranting(c, {}))

  routes.post('/staff/support/grant', forItsManager, async c => {
    const typed = parseForm(await c.req.formData(), supportForm)
    if (!typed.ok) return showGranting(c, typed, 422)

    const { email, centre: centreId, days, reason } = typed.value
    const granted = await grantSupport(identity, c.var.context, { email, centreId, days, reason })
    if (granted.outcome === 'granted') {
      if (granted.setUpToken) return showLink(c, identity, email, granted.setUpToken)
      const done = granted.isMailed ? 'mailed' : 'granted'
      return c.redirect(`${paths.support(c.var.wording.language)}?done=${done}`, 303)
    }
    const values = { email, centre: centreId, days: String(days), reason }
    return showGranting(c, { problems: { email: granted.outcome }, values }, 422)
  })

  routes.post('/staff/support/:id/end', forItsManager, async c => {
    await endSupport(c.var.context, idFrom(c.req.param('id')))
    return c.redirect(`${paths.support(c.var.wording.language)}?done=ended`, 303)
  })
}

const showGranting = async (
  c: Page,
  { problems, values }: Pick<GrantView, 'problems' | 'values'>,
  status: 200 | 422 = 200,
) => {
  const { context, wording } = c.var
  const { centres } = await supportHere(context)
  c.status(status)
  return c.render(<GrantPage {...{ wording, centres, problems, values }} />, {
    ...{ title: wording.t('identity.support.grant'), frame: 'staff', current: 'support' },
  })
}
