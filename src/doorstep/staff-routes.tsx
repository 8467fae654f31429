import { ledCentre, ledCentres } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { LinkButton } from '../platform/design/index.ts'
import { type FormProblems, type FormValues, parseForm, textOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { kitForm, stockForm } from './forms.ts'
import { addKit, changeKit, restockKit } from './keep-kits.ts'
import { nameOf } from './kit.ts'
import { KitPage } from './pages/kit-page.tsx'
import { OverviewPage, overviewNews } from './pages/overview-page.tsx'
import { type SayAges, sentencesFor } from './pages/said.ts'
import { paths } from './paths.ts'
import { readKit, readOverview } from './read-doorstep.ts'
import { roundRoutes } from './round-routes.tsx'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'doorstep' } as const

/** The kits of the own centre and its rounds. */
export const staffRoutes = (routes: PageRoutes, sayAges: SayAges) => {
  routes.get('/staff/doorstep', forTeam, async c => {
    const { context, wording } = c.var
    const overview = await readOverview(context)
    const news = oneOf(overviewNews, c.req.query('news'))
    const today = todayIn(context)
    return c.render(<OverviewPage {...{ ...overview, news, today, sayAges, wording }} />, {
      ...{ ...frame, title: wording.t('doorstep.overview.title') },
      actions: (
        <LinkButton href={paths.newKit(context.language)} icon="plus">
          {wording.t('doorstep.kit.add')}
        </LinkButton>
      ),
    })
  })

  routes.get('/staff/doorstep/kits/new', forTeam, c => showNewKit(c))

  routes.post('/staff/doorstep/kits/new', forTeam, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const parsed = parseForm(form, kitForm)
    if (!parsed.ok) return showNewKit(c, parsed.values, parsed.problems)
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const { id } = await addKit(context, centre, parsed.value)
    return c.redirect(`${paths.kit(context.language, id)}?news=kit-added`, 303)
  })

  routes.get('/staff/doorstep/kits/:id', forTeam, c => showKit(c))

  routes.post('/staff/doorstep/kits/:id', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), kitForm)
    if (!parsed.ok) return showKit(c, parsed.values, parsed.problems)
    await changeKit(c.var.context, idOf(c), parsed.value)
    return toOverview(c, 'kit-changed')
  })

  routes.post('/staff/doorstep/kits/:id/stock', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, stockForm)
    const typed = { more: textOf(form, 'more') ?? '' }
    if (!parsed.ok) return showKit(c, typed, parsed.problems)
    const { outcome } = await restockKit(c.var.context, idOf(c), parsed.value.more)
    return outcome === 'restocked' ? toOverview(c, 'restocked') : showKit(c, typed, { more: outcome })
  })

  roundRoutes(routes)
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const toOverview = (c: Page, news: (typeof overviewNews)[number]) =>
  c.redirect(`${paths.overview(c.var.context.language)}?news=${news}`, 303)

const showNewKit = async (c: Page, typed?: FormValues, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  if (typed) c.status(422)
  const form = { typed, errors: sentencesFor(problems, wording), languages: context.city.languages }
  return c.render(<KitPage centres={await ledCentres(context)} {...form} wording={wording} />, {
    ...{ ...frame, title: wording.t('doorstep.kit.add') },
  })
}

const showKit = async (c: Page, typed?: FormValues, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const kit = await readKit(context, idOf(c))
  if (typed) c.status(422)
  const form = { typed, errors: sentencesFor(problems, wording), languages: context.city.languages }
  const isNew = c.req.query('news') === 'kit-added'
  return c.render(<KitPage {...{ kit, isNew, ...form, wording }} centres={[]} />, {
    ...{
      ...frame,
      title: nameOf(kit, context.language),
      heading: <bdi>{nameOf(kit, context.language)}</bdi>,
    },
  })
}
