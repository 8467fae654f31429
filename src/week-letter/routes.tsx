import { findCentre, listCentres } from '../centres/index.ts'
import { forEveryone, forRoles, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, textOf } from '../platform/web/form.ts'
import { slugFrom } from '../platform/web/id.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { subscribeForm } from './forms.ts'
import { confirm, openByLink, stop } from './own-letter.ts'
import { OwnPage, StoppedPage } from './pages/own-page.tsx'
import { StaffPage } from './pages/staff-page.tsx'
import { AskedPage, SubscribePage } from './pages/subscribe-page.tsx'
import { paths } from './paths.ts'
import { readNextLetters } from './read-next-letter.ts'
import { subscribe } from './subscribe.ts'

// Everybody may type an address that is not her own: nobody gets more than a few letters by it.
const mayAskOften = sharedRateLimit({ name: 'week-letter', times: 20, seconds: 600 })
const mayWriteTo = sharedRateLimit({ name: 'week-letter-to', times: 3, seconds: 3600 })

/** The week of a centre by e-mail: asked for, confirmed out of the mailbox, stopped with one press. */
export const weekLetterRoutes = (routes: PageRoutes) => {
  routes.get('/centres/:slug/week-letter', forEveryone, c => showForm(c))

  routes.post('/centres/:slug/week-letter', forEveryone, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, subscribeForm)
    const typed = textOf(form, 'email')
    if (!parsed.ok) return showForm(c, typed, parsed.problems.email ?? 'required')
    const { email } = parsed.value
    if (!(await mayAskOften(c, clientAddress(c))) || !(await mayWriteTo(c, email)))
      return showForm(c, typed, 'too-often')

    const found = await centreOf(c)
    const centre = { providerId: found.providerId, centreId: found.id, name: found.name }
    await subscribe(c.var.atDesk(centre), { centre, email })
    return show(c, <AskedPage centre={found} wording={c.var.wording} />)
  })

  routes.get('/week-letter/:link', forEveryone, async c => {
    const { context, wording } = c.var
    const link = c.req.param('link')
    const { centreId, isConfirmed } = await openByLink(c.var.atDesk(nobodysDesk), link)
    const centre = (await listCentres(context)).find(({ id }) => id === centreId)
    return show(c, <OwnPage {...{ isConfirmed, link, wording }} centreName={centre?.name ?? ''} />)
  })

  routes.post('/week-letter/:link/confirm', forEveryone, async c => {
    const link = c.req.param('link')
    if (!(await confirm(c.var.atDesk(nobodysDesk), link))) return c.notFound()
    return c.redirect(paths.own(c.var.wording.language, link), 303)
  })

  routes.post('/week-letter/:link/stop', forEveryone, async c => {
    await stop(c.var.atDesk(nobodysDesk), c.req.param('link'))
    return show(c, <StoppedPage wording={c.var.wording} />)
  })

  routes.get('/staff/week-letter', forRoles('centre-lead'), async c => {
    const { context, wording } = c.var
    const letters = await readNextLetters(context)
    return c.render(<StaffPage letters={letters} wording={wording} />, {
      ...{ frame: 'staff', current: 'week-letter', title: wording.t('weekLetter.staff.title') },
    })
  })
}

const centreOf = async (c: Page) => orNotFound(await findCentre(c.var.context, slugFrom(c.req.param('slug'))))

const showForm = async (c: Page, typed?: string, problem?: string) => {
  const { wording } = c.var
  const centre = await centreOf(c)
  if (problem) c.status(problem === 'too-often' ? 429 : 422)
  const code = (['required', 'email', 'too-often'] as const).find(one => one === problem)
  const error = code && wording.t(`weekLetter.problem.${code}`)
  return show(c, <SubscribePage {...{ centre, typed, error, wording }} />)
}

const show = (c: Page, content: Parameters<Page['render']>[0]) =>
  showPrivately(c, content, { title: c.var.wording.t('weekLetter.name'), current: 'centres' })
