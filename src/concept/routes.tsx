import { endOfTodayIn, forEveryone, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { slugFrom } from '../platform/web/id.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import type { Concept } from './concept.ts'
import { ConceptPage } from './pages/concept-page.tsx'
import { conceptStaffRoutes } from './staff-routes.tsx'
import { listUses, listVersions, readConcept } from './store/published-concept.ts'

/** The framework concept: one page for everybody, the matrix for who steers, the ticks for who leads a centre. */
export const conceptRoutes = (routes: PageRoutes) => {
  conceptStaffRoutes(routes)

  routes.get('/concept', forEveryone, async c => showConcept(c, await readConcept(c.var.context)))

  routes.get('/concept/:version', forEveryone, async c =>
    showConcept(c, orNotFound(await readConcept(c.var.context, slugFrom(c.req.param('version'))))),
  )
}

const showConcept = async (c: Page, concept: Concept | undefined) => {
  const { context, wording } = c.var
  const [versions, uses] = await Promise.all([listVersions(context), listUses(context)])
  tellFreshUntil(c, endOfTodayIn(context))
  return c.render(<ConceptPage {...{ concept, versions, uses, wording }} today={todayIn(context)} />, {
    ...{ title: wording.t('concept.title'), description: wording.t('concept.lead') },
  })
}
