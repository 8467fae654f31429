import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { parseForm } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { allowSite, readSites, takeSiteBack } from './allow-site.ts'
import { siteForm } from './forms.ts'
import { SitesPage, type SitesView } from './pages/sites-page.tsx'
import { paths } from './paths.ts'

const forTheCity = forRoles('city-office')

/** The city office says which sites of others may show the programme. */
export const sitesRoutes = (routes: PageRoutes) => {
  routes.get('/staff/sites', forTheCity, c =>
    show(c, { news: oneOf(['allowed', 'taken-back'], c.req.query('done')) }),
  )

  routes.post('/staff/sites', forTheCity, async c => {
    const typed = parseForm(await c.req.formData(), siteForm)
    if (!typed.ok) return show(c, typed, 422)
    const { outcome } = await allowSite(c.var.context, typed.value)
    return outcome === 'allowed' ? back(c, outcome) : show(c, { news: outcome, values: typed.value }, 409)
  })

  routes.post('/staff/sites/:id/take-back', forTheCity, async c => {
    await takeSiteBack(c.var.context, idFrom(c.req.param('id')))
    return back(c, 'taken-back')
  })
}

const back = (c: Page, done: 'allowed' | 'taken-back') =>
  c.redirect(`${paths.sites(c.var.wording.language)}?done=${done}`, 303)

const show = async (
  c: Page,
  { news, problems, values }: Pick<SitesView, 'news' | 'problems' | 'values'>,
  status: 200 | 409 | 422 = 200,
) => {
  const { context, wording, origin } = c.var
  const sites = await readSites(context)
  c.status(status)
  return c.render(
    <SitesPage
      {...{ wording, origin, sites, news }}
      {...(problems && { problems })}
      {...(values && { values })}
    />,
    { title: wording.t('openData.sites.title'), frame: 'staff', current: 'sites' },
  )
}
