import { endOfTodayIn, forEveryone, type PageRoutes } from '../identity/index.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { DuePage } from './pages/due-page.tsx'
import { findDueMatters } from './store.ts'

/** What is due at a child's age. The age never comes here: the page works it out where it is read. */
export const dueRoutes = (routes: PageRoutes) => {
  routes.get('/due', forEveryone, async c => {
    const { context, wording } = c.var
    const matters = await findDueMatters(context)
    tellFreshUntil(c, endOfTodayIn(context))
    return c.render(<DuePage {...{ matters, wording }} />, {
      ...{ title: wording.t('due.title'), description: wording.t('due.lead'), scripts: ['due-now.js'] },
    })
  })
}
