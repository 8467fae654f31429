import * as v from 'valibot'
import { forEveryone, forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { parseForm, textOf } from '../../platform/web/form.ts'
import { idFrom } from '../../platform/web/id.ts'
import { showPrivately } from '../../platform/web/show-privately.ts'
import { datesToExcuse, excuse } from '../absence/excuse.ts'
import { neededName } from '../forms.ts'
import { noticesFor } from '../group/tell-group.ts'
import { paths } from '../paths.ts'
import { showRegistration } from '../show.ts'
import { guardianOfLink } from './guardian-desk.ts'
import { addGuardian, readGuardians, shutOutGuardian } from './keep-guardians.ts'
import { GuardianMadePage, GuardiansPage } from './pages/guardians-page.tsx'
import { SharedPage } from './pages/shared-page.tsx'

const guardianForm = v.object({ called: neededName })

/** Other guardians of a child: the lead gives and takes their keys, and they see one registration. */
export const guardiansRoutes = (routes: PageRoutes) => {
  staffRoutes(routes)

  routes.get('/my/:link/shared', forEveryone, async c => {
    const { desk, registrationId, address } = await atShared(c)
    const view = await showRegistration(desk, registrationId)
    const { registration, intake } = view
    const isIn = registration.state === 'confirmed'
    const notices = isIn ? await noticesFor(desk, registration.offerId) : []
    const dates = isIn && !intake.sessionId ? await datesToExcuse(desk, registration) : []
    return showPrivately(c, <SharedPage {...{ view, notices, dates, address, wording: c.var.wording }} />, {
      title: view.names.title,
    })
  })

  routes.post('/my/:link/shared/away', forEveryone, async c => {
    const { desk, registrationId, address } = await atShared(c)
    const form = await c.req.formData()
    await excuse(desk, registrationId, idFrom(textOf(form, 'session') ?? ''), form.get('comes') === 'yes')
    return c.redirect(address, 303)
  })
}

const staffRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/registrations/:id/guardians', forLeads, c => showGuardians(c))

  routes.post('/staff/registrations/:id/guardians', forLeads, async c => {
    const { context, wording, origin } = c.var
    const typed = parseForm(await c.req.formData(), guardianForm)
    if (!typed.ok) return showGuardians(c, typed.values.called)
    const id = idFrom(c.req.param('id'))
    const { called } = typed.value
    const keys = await addGuardian(context, id, called)
    const address = origin + paths.shared(wording.language, keys.link)
    c.header('cache-control', 'no-store')
    const back = paths.act(wording.language, id, 'guardians')
    return c.render(<GuardianMadePage {...{ called, address, code: keys.code, back, wording }} />, headOf(c))
  })

  routes.post('/staff/registrations/:id/guardians/shut-out', forLeads, async c => {
    const id = idFrom(c.req.param('id'))
    await shutOutGuardian(c.var.context, id, idFrom(textOf(await c.req.formData(), 'guardian') ?? ''))
    return c.redirect(`${paths.act(c.var.wording.language, id, 'guardians')}?news=shut-out`, 303)
  })
}

const atShared = async (c: Page) => {
  const link = c.req.param('link') ?? ''
  const { registrationId, ...at } = orNotFound(await guardianOfLink(c.var.atDesk, link))
  return { desk: c.var.atDesk(at), registrationId, address: paths.shared(c.var.wording.language, link) }
}

const showGuardians = async (c: Page, typed?: string | string[]) => {
  const view = await readGuardians(c.var.context, idFrom(c.req.param('id') ?? ''))
  if (typed !== undefined) c.status(422)
  const isShutOut = c.req.query('news') === 'shut-out'
  return c.render(
    <GuardiansPage {...{ ...view, isShutOut, wording: c.var.wording }} typed={typed?.toString()} />,
    headOf(c),
  )
}

const headOf = (c: Page) => ({
  ...{ frame: 'staff' as const, current: 'programme' },
  title: c.var.wording.t('registration.guardians.title'),
})
