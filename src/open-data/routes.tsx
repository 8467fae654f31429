import { endOfTodayIn, forEveryone, type PageRoutes } from '../identity/index.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { OpenDataPage } from './pages/open-data-page.tsx'
import { sitesRoutes } from './staff-routes.tsx'

/** What people read about the open data, and who may show it elsewhere. */
export const openDataRoutes = (routes: PageRoutes) => {
  sitesRoutes(routes)

  routes.get('/open-data', forEveryone, c => {
    const { wording, context, origin } = c.var
    tellFreshUntil(c, endOfTodayIn(context))
    return c.render(<OpenDataPage {...{ wording, origin }} />, {
      title: wording.t('openData.page.title'),
      description: wording.t('openData.page.lead'),
    })
  })
}
