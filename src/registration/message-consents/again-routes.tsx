import { forEveryone, forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { type FormProblems, type FormValues, parseForm } from '../../platform/web/form.ts'
import { idFrom, slugFrom } from '../../platform/web/id.ts'
import { isLink } from '../../platform/web/keys.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import { showPrivately } from '../../platform/web/show-privately.ts'
import { directionOf } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { againForm } from './again-form.ts'
import { consentOfLink, endAgain } from './end-again.ts'
import { AgainPage, newsOfAgain } from './pages/again-page.tsx'
import { EndAgainPage } from './pages/end-again-page.tsx'
import { addAtDesk, markCalled, readWhoWantsToKnow, tellAgain, withdrawAtDesk } from './tell-again.ts'

/** Who wants to know when an offer starts again: told by the lead, ended by the key in each message. */
export const againRoutes = (routes: PageRoutes) => {
  staffRoutes(routes)

  routes.get('/no-news/:link', forEveryone, async c => {
    const link = linkOf(c)
    const consent = await consentOfLink(c.var.atDesk, link)
    return showEnd(c, consent)
  })

  // Mail programs send this by themselves, in one step that must not lead elsewhere (RFC 8058).
  routes.post('/no-news/:link', forEveryone, async c => {
    await endAgain(c.var.atDesk, linkOf(c))
    return showEnd(c, undefined)
  })
}

const staffRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/:slug/again', forLeads, c => showAgain(c))

  routes.post('/staff/programme/:slug/again', forLeads, async c => {
    const typed = parseForm(await c.req.formData(), againForm)
    if (!typed.ok) return showAgain(c, typed)
    return back(c, await addAtDesk(c.var.context, slugOf(c), typed.value))
  })

  routes.post('/staff/programme/:slug/again/tell', forLeads, async c =>
    back(c, await tellAgain(c.var.context, slugOf(c))),
  )
  routes.post('/staff/programme/:slug/again/:id/called', forLeads, async c =>
    back(c, await markCalled(c.var.context, slugOf(c), idFrom(c.req.param('id')))),
  )
  routes.post('/staff/programme/:slug/again/:id/withdraw', forLeads, async c =>
    back(c, await withdrawAtDesk(c.var.context, slugOf(c), idFrom(c.req.param('id')))),
  )
}

const slugOf = (c: Page) => slugFrom(c.req.param('slug'))

/** Nothing tells whether a key was ever one. */
const linkOf = (c: Page) => {
  const link = c.req.param('link') ?? ''
  if (!isLink(link)) throw new NotFound()
  return link
}

const back = (c: Page, { outcome }: { outcome: string }) =>
  c.redirect(`${paths.again(c.var.wording.language, slugOf(c))}?news=${outcome}`, 303)

const showEnd = (c: Page, consent: Awaited<ReturnType<typeof consentOfLink>>) => {
  const { wording } = c.var
  return showPrivately(c, <EndAgainPage {...{ consent, wording }} link={linkOf(c)} />, {
    title: wording.t('registration.again.title'),
  })
}

const showAgain = async (c: Page, typed?: { values: FormValues; problems: FormProblems }) => {
  const { context, wording } = c.var
  const view = await readWhoWantsToKnow(context, slugOf(c))
  const { offer } = view
  if (typed) c.status(422)
  const news = typed ? undefined : oneOf(newsOfAgain, c.req.query('news'))
  return c.render(<AgainPage {...{ ...view, typed, news, wording }} languages={context.city.languages} />, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('registration.again.staff.title') },
    subline: (
      <bdi lang={offer.titleLanguage} dir={directionOf(offer.titleLanguage)}>
        {offer.title}
      </bdi>
    ),
  })
}
