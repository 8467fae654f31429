import * as v from 'valibot'
import { forEveryone, forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { orNotFound } from '../../platform/refusals.ts'
import { type FormProblems, type FormValues, parseForm, textOf, typedIn } from '../../platform/web/form.ts'
import { renderingKey } from '../../platform/web/form-fields.ts'
import { idFrom } from '../../platform/web/id.ts'
import { newSecret } from '../../platform/web/keys.ts'
import { oneOf } from '../../platform/web/one-of.ts'
import { showPrivately } from '../../platform/web/show-privately.ts'
import { datesToExcuse, excuse } from '../absence/excuse.ts'
import { neededName } from '../forms.ts'
import { noticesFor } from '../group/tell-group.ts'
import { paths } from '../paths.ts'
import { guardianOfLink } from './guardian-desk.ts'
import {
  addGuardian,
  chooseSeenChildren,
  type KeysOutcome,
  readGuardians,
  renewKeys,
  shutOutGuardian,
} from './keep-guardians.ts'
import { GuardianMadePage } from './pages/guardian-made-page.tsx'
import { GuardiansPage } from './pages/guardians-page.tsx'
import { SharedPage } from './pages/shared-page.tsx'
import { showShared } from './show-shared.ts'

const children = v.optional(v.array(v.string()), [])
const guardianForm = v.object({ called: neededName, children, renderingKey })

/** Other guardians of a child: the lead gives and takes their keys, and they see it in one registration. */
export const guardiansRoutes = (routes: PageRoutes) => {
  staffRoutes(routes)

  routes.get('/my/:link/shared', forEveryone, async c => {
    const { desk, guardian, address } = await atShared(c)
    const shared = await showShared(desk, guardian)
    const { registration, intake, names } = shared.view
    const isIn = registration.state === 'confirmed'
    const notices = isIn ? await noticesFor(desk, registration.offerId) : []
    const mayExcuse = isIn && !intake.sessionId && shared.areAll
    const dates = mayExcuse ? await datesToExcuse(desk, registration) : []
    const { wording } = c.var
    return showPrivately(c, <SharedPage {...{ ...shared, notices, dates, address, wording }} />, {
      title: names.title,
    })
  })

  routes.post('/my/:link/shared/away', forEveryone, async c => {
    const { desk, guardian, address } = await atShared(c)
    const form = await c.req.formData()
    const sessionId = idFrom(textOf(form, 'session') ?? '')
    const { guardianId, registrationId } = guardian
    await excuse(desk, registrationId, { sessionId, comes: form.get('comes') === 'yes', guardianId })
    return c.redirect(address, 303)
  })
}

const staffRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/registrations/:id/guardians', forLeads, c => showGuardians(c))

  routes.post('/staff/registrations/:id/guardians', forLeads, async c => {
    const typed = parseForm(await c.req.formData(), guardianForm)
    if (!typed.ok) return showGuardians(c, typed)
    const { children: childIds, ...asked } = typed.value
    const given = await addGuardian(c.var.context, idOf(c), { ...asked, childIds })
    return showKeys(c, given, { called: asked.called, children: childIds })
  })

  routes.post('/staff/registrations/:id/guardians/keys', forLeads, async c =>
    showKeys(c, await renewKeys(c.var.context, idOf(c), guardianIn(await c.req.formData()))),
  )

  routes.post('/staff/registrations/:id/guardians/children', forLeads, async c => {
    const form = await c.req.formData()
    const typed = parseForm(form, v.object({ children }))
    const childIds = typed.ok ? typed.value.children : []
    const guardianId = guardianIn(form)
    const { outcome } = await chooseSeenChildren(c.var.context, idOf(c), { guardianId, childIds })
    return outcome === 'no-child'
      ? showGuardians(c, { values: {}, problems: { [`children-${guardianId}`]: outcome } })
      : c.redirect(`${addressOf(c)}?news=${outcome}`, 303)
  })

  routes.post('/staff/registrations/:id/guardians/shut-out', forLeads, async c => {
    await shutOutGuardian(c.var.context, idOf(c), guardianIn(await c.req.formData()))
    return c.redirect(`${addressOf(c)}?news=shut-out`, 303)
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id') ?? '')
const guardianIn = (form: FormData) => idFrom(textOf(form, 'guardian') ?? '')
const addressOf = (c: Page) => paths.act(c.var.wording.language, idOf(c), 'guardians')

const atShared = async (c: Page) => {
  const link = c.req.param('link') ?? ''
  const { guardianId, registrationId, ...at } = orNotFound(await guardianOfLink(c.var.atDesk, link))
  return {
    ...{ desk: c.var.atDesk(at), guardian: { guardianId, registrationId } },
    address: paths.shared(c.var.wording.language, link),
  }
}

/** Link and code, this once. */
const showKeys = (c: Page, given: KeysOutcome, typed: FormValues = {}) => {
  if (given.outcome === 'no-child')
    return showGuardians(c, { values: typed, problems: { children: given.outcome } })
  const { wording, origin } = c.var
  const { called, code, link, opensByLink } = given
  const address = opensByLink ? origin + paths.shared(wording.language, link) : undefined
  c.header('cache-control', 'no-store')
  return c.render(<GuardianMadePage {...{ called, address, code, back: addressOf(c), wording }} />, headOf(c))
}

type ToMend = { values: FormValues; problems: FormProblems }

const showGuardians = async (c: Page, toMend?: ToMend) => {
  const view = await readGuardians(c.var.context, idOf(c))
  if (toMend) c.status(422)
  const news = oneOf(['shut-out', 'chosen'], c.req.query('news'))
  const { values = {}, problems = {} } = toMend ?? {}
  const typed = { called: typedIn(values, 'called'), children: [values.children ?? []].flat() }
  return c.render(
    <GuardiansPage
      {...{ ...view, news, typed, problems, wording: c.var.wording }}
      renderingKey={newSecret()}
    />,
    headOf(c),
  )
}

const headOf = (c: Page) => ({
  ...{ frame: 'staff' as const, current: 'programme' },
  title: c.var.wording.t('registration.guardians.title'),
})
