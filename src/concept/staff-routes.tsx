import { forRoles, type PageRoutes } from '../identity/index.ts'
import { staffPaths } from '../planning/index.ts'
import { NotFound } from '../platform/refusals.ts'
import { parseForm } from '../platform/web/form.ts'
import { slugFrom } from '../platform/web/id.ts'
import { articlesForm } from './forms.ts'
import { MatrixPage } from './pages/matrix-page.tsx'
import { OfferArticlesPage } from './pages/offer-articles-page.tsx'
import { pointToArticles, readArticlesOf } from './point-to-articles.ts'
import { listCentreNames, listUses, readConcept } from './store/published-concept.ts'

const forLeads = forRoles('centre-lead')

/** Who steers compares the centres; the lead of a centre says which articles an offer serves. */
export const conceptStaffRoutes = (routes: PageRoutes) => {
  routes.get('/staff/concept', forRoles('city-office', 'provider-manager'), async c => {
    const { context, wording } = c.var
    const [concept, uses, centres] = await Promise.all([
      readConcept(context),
      listUses(context),
      listCentreNames(context),
    ])
    return c.render(<MatrixPage {...{ concept, centres, uses, wording }} />, {
      ...{ frame: 'staff', current: 'concept', title: wording.t('concept.staff.title') },
      subline: concept?.name,
    })
  })

  routes.get('/staff/programme/:slug/articles', forLeads, async c => {
    const { context, wording } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const { title, ...view } = await readArticlesOf(context, slug)
    const isSaved = c.req.query('done') === 'saved'
    return c.render(<OfferArticlesPage {...{ slug, wording, isSaved }} {...view} />, {
      ...{ frame: 'staff', current: 'programme', title: wording.t('concept.offer.title') },
      subline: title && <bdi lang={title.language}>{title.title}</bdi>,
    })
  })

  routes.post('/staff/programme/:slug/articles', forLeads, async c => {
    const { context, wording } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const typed = parseForm(await c.req.formData(), articlesForm)
    // Only a form of somebody else's making can send what is no key.
    if (!typed.ok) throw new NotFound()
    await pointToArticles(context, slug, typed.value.articles)
    return c.redirect(`${staffPaths.articles(wording.language, slug)}?done=saved`, 303)
  })
}
