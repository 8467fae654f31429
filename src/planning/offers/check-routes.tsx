import { forRoles, type PageRoutes } from '../../identity/index.ts'
import { slugFrom } from '../../platform/web/id.ts'
import { staffPaths } from '../staff-paths.ts'
import { readUnchecked, sayStillRight } from './check-offers.ts'
import { CheckOffersPage } from './pages/check-offers-page.tsx'

const forLeads = forRoles('centre-lead')

/** Where a lead says of offers that they are still right. */
export const checkRoutes = (routes: PageRoutes) => {
  routes.get('/staff/programme/check', forLeads, async c => {
    const { context, wording } = c.var
    const offers = await readUnchecked(context)
    return c.render(
      <CheckOffersPage {...{ offers, wording }} isDone={c.req.query('news') === 'still-right'} />,
      {
        ...{ frame: 'staff', current: 'programme', title: wording.t('programme.fresh.title') },
        back: { href: staffPaths.programme(wording.language), label: wording.t('programme.staff.title') },
      },
    )
  })

  routes.post('/staff/programme/:slug/still-right', forLeads, async c => {
    const { context } = c.var
    await sayStillRight(context, slugFrom(c.req.param('slug')))
    return c.redirect(`${staffPaths.unchecked(context.language)}?news=still-right`, 303)
  })
}
