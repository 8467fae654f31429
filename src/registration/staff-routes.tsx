import { forRoles, forSignedIn, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { Notice } from '../platform/design/index.ts'
import { requireThat } from '../platform/refusals.ts'
import { parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { cancel } from './cancel.ts'
import { changePlaces } from './change-places.ts'
import { type Problems, placesForm, readRegistration, renderingKeyForm } from './forms.ts'
import { newRenderingKey } from './link.ts'
import { listOfSession, listRegistrations, type RegistrationList } from './list-registrations.ts'
import { markAttendance } from './mark-attendance.ts'
import { offerByHand } from './offer-by-hand.ts'
import { AddPage } from './pages/add-page.tsx'
import { emptyParty, sentencesFor, typedParty } from './pages/form-values.ts'
import { ListActions, ListPage } from './pages/list-page.tsx'
import { PaperPage } from './pages/paper-page.tsx'
import type { PartyValues } from './pages/party-fields.tsx'
import { paths } from './paths.ts'
import { mayManagePlaces, mayMarkAttendance } from './permissions.ts'
import { register } from './register.ts'
import { settleRepeat } from './settle-repeat.ts'
import { type IntakeView, showIntake, showRegistration } from './show.ts'

/** The lists of those who come and wait, for the people who work there. */
export const registrationStaffRoutes = (routes: PageRoutes) => {
  listRoutes(routes)
  addRoutes(routes)
  actionRoutes(routes)
}

const listRoutes = (routes: PageRoutes) => {
  routes.get('/staff/intakes/:intakeId', forSignedIn, async c =>
    showList(c, await listRegistrations(c.var.context, idFrom(c.req.param('intakeId')))),
  )
  routes.get('/staff/sessions/:sessionId/list', forSignedIn, async c =>
    showList(c, await listOfSession(c.var.context, idFrom(c.req.param('sessionId')))),
  )
  routes.post('/staff/sessions/:sessionId/list', forRoles('centre-lead', 'course-leader'), async c => {
    const sessionId = idFrom(c.req.param('sessionId'))
    const present = (await c.req.formData()).getAll('present[]').map(String)
    await markAttendance(c.var.context, sessionId, present)
    return c.redirect(`${paths.sessionList(c.var.wording.language, sessionId)}?news=marked`, 303)
  })
}

const addRoutes = (routes: PageRoutes) => {
  routes.get('/staff/intakes/:intakeId/add', forRoles('centre-lead'), async c => {
    const view = await showIntake(c.var.context, idFrom(c.req.param('intakeId')))
    return showAdd(c, view, { values: emptyParty })
  })

  routes.post('/staff/intakes/:intakeId/add', forRoles('centre-lead'), async c => {
    const { context, wording } = c.var
    const view = await showIntake(context, idFrom(c.req.param('intakeId')))
    const form = await c.req.formData()
    const typed = valuesOf(form)
    const key = parseForm(form, renderingKeyForm)
    const renderingKey = key.ok ? key.value.renderingKey : newRenderingKey()
    if (typed.do === 'add-child') return showAdd(c, view, { values: typedParty(typed, true), renderingKey })

    const again = (problems: Problems, names: string[] = []) =>
      showAdd(c, view, { values: typedParty(typed), renderingKey, problems, names })
    const reading = readRegistration(form, todayIn(context))
    if (!reading.ok) return again(reading.problems)
    const outcome = await register(context, { intakeId: view.intake.id, renderingKey, ...reading.value })
    if ('keys' in outcome) {
      const state = outcome.outcome === 'already-sent' ? outcome.state : outcome.outcome
      return c.render(<PaperPage {...{ view, wording, state, code: outcome.keys.code }} />, {
        ...{ frame: 'staff', current: 'programme', title: view.names.title },
      })
    }
    if (outcome.outcome === 'wrong-age') return again({ childName: 'wrong-age' }, outcome.childNames)
    if (outcome.outcome === 'nobody-to-register') return again({ childName: 'nobody' })
    return again({ form: 'closed' })
  })
}

const actionRoutes = (routes: PageRoutes) => {
  routes.post('/staff/intakes/:intakeId/places', forRoles('centre-lead'), async c => {
    const intakeId = idFrom(c.req.param('intakeId'))
    const parsed = parseForm(await c.req.formData(), placesForm)
    const news = parsed.ok
      ? (await changePlaces(c.var.context, intakeId, parsed.value.unit, parsed.value.places)).outcome
      : 'number'
    return c.redirect(`${paths.list(c.var.wording.language, intakeId)}?news=${news}`, 303)
  })

  const act = (verb: string, work: (c: Page, id: string) => Promise<{ outcome: string }>) =>
    routes.post(`/staff/registrations/:id/${verb}`, forRoles('centre-lead'), async c => {
      const id = idFrom(c.req.param('id'))
      const { intake } = await showRegistration(c.var.context, id)
      const { outcome } = await work(c, id)
      return c.redirect(`${paths.list(c.var.wording.language, intake.id)}?news=${outcome}`, 303)
    })
  act('offer', (c, id) => offerByHand(c.var.context, id))
  act('cancel', (c, id) => cancel(c.var.context, id))
  act('same-child', (c, id) => settleRepeat(c.var.context, id, 'same-child'))
  act('other-child', (c, id) => settleRepeat(c.var.context, id, 'other-child'))
}

/** What came of the last step, and whether that is good news. */
const news = {
  marked: 'success',
  offered: 'success',
  cancelled: 'success',
  settled: 'success',
  changed: 'success',
  'already-offered': 'warning',
  'not-waiting': 'warning',
  closed: 'warning',
  'no-place': 'warning',
  'already-ended': 'warning',
  'nothing-to-settle': 'warning',
  'more-are-taken': 'warning',
  number: 'warning',
} as const

const showList = (c: Page, list: RegistrationList) => {
  const { context, wording } = c.var
  const told = Object.keys(news).find(key => key === c.req.query('news')) as keyof typeof news | undefined
  const mayManage = mayManagePlaces(context.actor, list.intake)
  const mayMark = mayMarkAttendance(context.actor, list.intake)
  const content = (
    <>
      {told && <Notice announce tone={news[told]} title={wording.t(`registration.listNews.${told}`)} />}
      <ListPage {...{ list, wording, mayManage, mayMark }} />
    </>
  )
  return c.render(content, {
    ...{ frame: 'staff', current: 'programme', title: list.names.title },
    subline: wording.moment(list.intake.startsAt),
    actions: mayManage && <ListActions list={list} wording={wording} />,
  })
}

type AddState = { values: PartyValues; renderingKey?: string; problems?: Problems; names?: string[] }

const showAdd = (
  c: Page,
  view: IntakeView,
  { values, renderingKey, problems = {}, names = [] }: AddState,
) => {
  const { context, wording } = c.var
  requireThat(mayManagePlaces(context.actor, view.intake))
  if (Object.keys(problems).length > 0) c.status(422)
  const page = (
    <AddPage
      {...{ view, wording, values, errors: sentencesFor(problems, wording, names) }}
      renderingKey={renderingKey ?? newRenderingKey()}
      thisYear={todayIn(context).year}
    />
  )
  return c.render(page, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('registration.add.title') },
    subline: view.names.title,
  })
}
