import { endOfTodayIn, forEveryone, type PageRoutes } from '../identity/index.ts'
import { MoneyPage } from './pages/money-page.tsx'
import { fundingStaffRoutes } from './staff-routes.tsx'
import { readMoney } from './store/published-money.ts'

/** What the centres cost and who decided it: one page for everybody, and corrections by the city office. */
export const fundingRoutes = (routes: PageRoutes) => {
  fundingStaffRoutes(routes)

  routes.get('/money', forEveryone, async c => {
    const { context, wording } = c.var
    const money = await readMoney(context)
    c.header('x-fresh-until', endOfTodayIn(context).toString())
    return c.render(<MoneyPage money={money} wording={wording} />, {
      title: wording.t('funding.title'),
      description: wording.t('funding.lead'),
    })
  })
}
