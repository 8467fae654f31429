import { type CentreDetails, findCentre, listCentres } from '../centres/index.ts'
import { forEveryone, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { type FormProblems, type FormValues, parseForm, typedIn, valuesOf } from '../platform/web/form.ts'
import { slugFrom } from '../platform/web/id.ts'
import { isLink, newSecret } from '../platform/web/keys.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { askForKits } from './ask-for-kits.ts'
import { requestForm } from './forms.ts'
import { openOwn, takeBack } from './own-request.ts'
import { DoorstepPage } from './pages/doorstep-page.tsx'
import { NothingLeftPage, OwnPage } from './pages/own-page.tsx'
import { type SayAges, sentencesFor } from './pages/said.ts'
import { paths } from './paths.ts'
import { readDoorstep } from './read-doorstep.ts'
import { staffRoutes } from './staff-routes.tsx'
import { listPublicKits } from './store/published.ts'

// Many families share the network of a house; a script that empties a cupboard may not.
const mayAskOften = sharedRateLimit({ name: 'kit-request', times: 10, seconds: 600 })

/** Kits at the door: for families, and for the team of the centre. How ages are said is the programme's to know. */
export const doorstepRoutes = (routes: PageRoutes, sayAges: SayAges) => {
  routes.get('/centres/:slug/doorstep', forEveryone, async c => showDoorstep(c, await centreAt(c), sayAges))

  routes.post('/centres/:slug/doorstep', forEveryone, async c => {
    const centre = await centreAt(c)
    orNotFound(await readDoorstep(c.var.context, centre.id))
    const form = await c.req.formData()
    const parsed = parseForm(form, requestForm)
    const again = (problems: FormProblems) =>
      showDoorstep(c, centre, sayAges, { values: valuesOf(form), problems })
    if (!parsed.ok) return again(parsed.problems)
    if (!(await mayAskOften(c, clientAddress(c)))) return again({ form: 'too-often' })

    const ref = { centreId: centre.id, providerId: centre.providerId }
    const asked = await askForKits(c.var.atDesk(ref), ref, parsed.value)
    return asked.outcome === 'asked'
      ? c.redirect(paths.own(c.var.wording.language, asked.link), 303)
      : again({ kits: asked.outcome })
  })

  routes.get('/doorstep/:link', forEveryone, async c => {
    const { context, wording } = c.var
    const link = c.req.param('link')
    const request = await openOwn(c.var.atDesk(nobodysDesk), link)
    if (!request) return nothingLeft(c)
    const [centres, kits] = await Promise.all([
      listCentres(context),
      listPublicKits(context, request.centreId),
    ])
    const centre = centres.find(({ id }) => id === request.centreId)
    return show(c, <OwnPage {...{ request, kits, centre, link, wording }} />)
  })

  routes.post('/doorstep/:link/take-back', forEveryone, async c => {
    const link = c.req.param('link')
    if (!isLink(link)) return nothingLeft(c)
    const desk = c.var.atDesk(nobodysDesk)
    const request = await openOwn(desk, link)
    const isGone = await takeBack(desk, link)
    const centre = (await listCentres(c.var.context)).find(({ id }) => id === request?.centreId)
    const { language } = c.var.wording
    return isGone && centre
      ? c.redirect(`${paths.doorstep(language, centre.slug)}?news=taken-back`, 303)
      : c.redirect(paths.own(language, link), 303)
  })

  staffRoutes(routes, sayAges)
}

const centreAt = async (c: Page<'/centres/:slug/doorstep'>) =>
  orNotFound(await findCentre(c.var.context, slugFrom(c.req.param('slug'))))

type Again = { values: FormValues; problems: FormProblems }

const showDoorstep = async (
  c: Page,
  centre: CentreDetails,
  sayAges: SayAges,
  { values, problems }: Again = { values: {}, problems: {} },
) => {
  const { context, wording } = c.var
  const { kits, heldOn } = orNotFound(await readDoorstep(context, centre.id))
  if (Object.keys(problems).length > 0) c.status(statusOf(problems))
  return show(
    c,
    <DoorstepPage
      {...{ centre, kits, heldOn, values, sayAges, wording }}
      errors={sentencesFor(problems, wording)}
      renderingKey={typedIn(values, 'renderingKey') ?? newSecret()}
      isTakenBack={c.req.query('news') === 'taken-back'}
    />,
  )
}

const statusOf = ({ form, kits }: FormProblems) => {
  if (form === 'too-often') return 429
  return kits === 'gone' || kits === 'no-round' ? 409 : 422
}

const nothingLeft = (c: Page) => {
  c.status(404)
  return show(c, <NothingLeftPage wording={c.var.wording} />)
}

const show = (c: Page, content: Parameters<Page['render']>[0]) =>
  showPrivately(c, content, { title: c.var.wording.t('doorstep.page.title'), current: 'centres' })
