import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../../platform/web/form.ts'
import { slugFrom } from '../../platform/web/id.ts'
import { InLanguage } from '../../programme/index.ts'
import { staffPaths } from '../staff-paths.ts'
import { onlineLinkForm } from './online-forms.ts'
import { keepOnlineLink, readOnlineLinks } from './online-links.ts'
import { OnlineLinksPage } from './pages/online-links-page.tsx'

/** Where the lead enters the link of an online offer. */
export const onlineRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/online', forLeads, c => showLinks(c))

  routes.post('/staff/programme/:slug/online', forLeads, async c => {
    const { context } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const form = await c.req.formData()
    const typed = parseForm(form, onlineLinkForm)
    if (!typed.ok) return showLinks(c, { values: valuesOf(form), problems: typed.problems })
    await keepOnlineLink(context, slug, typed.value)
    return c.redirect(`${staffPaths.online(context.language, slug)}?done=saved`, 303)
  })
}

const showLinks = async (c: Page, typed?: { values: FormValues; problems: FormProblems }) => {
  const { context, wording } = c.var
  const { offer, ...view } = await readOnlineLinks(context, slugFrom(c.req.param('slug')))
  const { values, problems } = typed ?? { values: {}, problems: {} }
  if (typed) c.status(422)
  const isSaved = !typed && c.req.query('done') === 'saved'
  return c.render(<OnlineLinksPage {...{ offer, ...view, wording, values, problems, isSaved }} />, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('programme.staff.online.title') },
    subline: <InLanguage spoken={{ text: offer.title, language: offer.titleLanguage }} wording={wording} />,
  })
}
