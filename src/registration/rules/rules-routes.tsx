import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { type FormProblems, type FormValues, parseForm } from '../../platform/web/form.ts'
import { slugFrom } from '../../platform/web/id.ts'
import { directionOf } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { RulesPage } from './pages/rules-page.tsx'
import { rulesForm } from './rules-forms.ts'
import { readPlaceRules, setPlaceRules } from './set-place-rules.ts'

/** Where a lead chooses how the places of an offer are given away. */
export const rulesRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/places', forLeads, c => showRules(c))

  routes.post('/staff/programme/:slug/places', forLeads, async c => {
    const typed = parseForm(await c.req.formData(), rulesForm)
    if (!typed.ok) return showRules(c, typed)
    const slug = slugFrom(c.req.param('slug'))
    await setPlaceRules(c.var.context, slug, typed.value)
    return c.redirect(`${paths.placeRules(c.var.wording.language, slug)}?done=saved`, 303)
  })
}

const showRules = async (c: Page, typed?: { values: FormValues; problems: FormProblems }) => {
  const { context, wording } = c.var
  const offer = await readPlaceRules(context, slugFrom(c.req.param('slug')))
  if (typed) c.status(422)
  const isSaved = !typed && c.req.query('done') === 'saved'
  return c.render(<RulesPage {...{ offer, wording, typed, isSaved }} />, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('registration.rules.title') },
    subline: (
      <bdi lang={offer.titleLanguage} dir={directionOf(offer.titleLanguage)}>
        {offer.title}
      </bdi>
    ),
  })
}
