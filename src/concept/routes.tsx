import { endOfTodayIn, forEveryone, type PageRoutes } from '../identity/index.ts'
import { ConceptPage } from './pages/concept-page.tsx'
import { conceptStaffRoutes } from './staff-routes.tsx'
import { listUses, readConcept } from './store/published-concept.ts'

/** The framework concept: one page for everybody, the matrix for who steers, the ticks for who leads a centre. */
export const conceptRoutes = (routes: PageRoutes) => {
  conceptStaffRoutes(routes)

  routes.get('/concept', forEveryone, async c => {
    const { context, wording } = c.var
    const [concept, uses] = await Promise.all([readConcept(context), listUses(context)])
    c.header('x-fresh-until', endOfTodayIn(context).toString())
    return c.render(<ConceptPage {...{ concept, uses, wording }} />, {
      ...{ title: wording.t('concept.title'), description: wording.t('concept.lead') },
    })
  })
}
