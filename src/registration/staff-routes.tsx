import { forRoles, forSignedIn, type Page, type PageRoutes } from '../identity/index.ts'
import { Notice } from '../platform/design/index.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import type { Language, Wording } from '../platform/wording/wording.ts'
import { excuse } from './absence/excuse.ts'
import { agesOf } from './ages.ts'
import { answerOffer, answers } from './answer-offer.ts'
import { cancel } from './cancel.ts'
import { changePlaces } from './change-places.ts'
import { hereAndNow, type Problems, placesForm, readRegistration, renderingKeyForm } from './forms.ts'
import { listOfSession, listRegistrations, type RegistrationList } from './list-registrations.ts'
import { lockHousehold, unlockHousehold } from './lock-household.ts'
import { markAttendance } from './mark-attendance.ts'
import { offerByHand } from './offer-by-hand.ts'
import { AddPage } from './pages/add-page.tsx'
import { emptyParty, sentencesFor, typedParty } from './pages/form-values.ts'
import { askingAt } from './pages/intake-facts.tsx'
import { lineOf } from './pages/list-cells.tsx'
import { ListActions, ListPage } from './pages/list-page.tsx'
import { PaperPage } from './pages/paper-page.tsx'
import type { PartyState } from './pages/party-fields.tsx'
import { type Child, monthsOld } from './party.ts'
import { paths } from './paths.ts'
import { mayManagePlaces, mayMarkAttendance } from './permissions.ts'
import { register } from './register.ts'
import { approve } from './rules/approve.ts'
import { becauseForm, readComesAs } from './rules/rules-forms.ts'
import { settleRepeat } from './settle-repeat.ts'
import { type IntakeView, intakeOf, showIntake } from './show.ts'
import type { Surroundings } from './surroundings.ts'

/** The lists of those who come and wait, for the people who work there. */
export const registrationStaffRoutes = (routes: PageRoutes, surroundings: Surroundings) => {
  listRoutes(routes)
  addRoutes(routes, surroundings)
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

const addRoutes = (routes: PageRoutes, { sayAges, sayPrice }: Surroundings) => {
  const saidOf = ({ intake }: IntakeView, wording: Wording) => ({
    ...{ ages: agesOf(intake, wording, sayAges), price: sayPrice(intake, wording) },
  })

  routes.get('/staff/intakes/:intakeId/add', forRoles('centre-lead'), async c => {
    const view = await showIntake(c.var.context, idFrom(c.req.param('intakeId')))
    return showAdd(c, view, { values: emptyParty, ...saidOf(view, c.var.wording) })
  })

  routes.post('/staff/intakes/:intakeId/add', forRoles('centre-lead'), async c => {
    const { context, wording } = c.var
    const view = await showIntake(context, idFrom(c.req.param('intakeId')))
    const form = await c.req.formData()
    const typed = valuesOf(form)
    const key = parseForm(form, renderingKeyForm)
    const renderingKey = key.ok ? key.value.renderingKey : newSecret()
    const chosen = oneOf(context.city.languages, textOf(form, 'language')) ?? context.language
    const said = saidOf(view, wording)
    if (typed.do === 'add-child')
      return showAdd(c, view, {
        values: typedParty(typed, true),
        hasNewRow: true,
        renderingKey,
        ...said,
        chosen,
      })

    const again = (problems: Problems, misfits?: readonly Child[]) =>
      showAdd(c, view, { values: typedParty(typed), renderingKey, problems, misfits, ...said, chosen })
    const reading = readRegistration(form, { ...hereAndNow(context), intake: view.intake })
    if (!reading.ok) return again(reading.problems, reading.misfits)
    const saying = readComesAs(form, view.intake)
    // Staff tick, and type no word: another answer did not come from our form.
    if (!saying.ok) return again({ form: 'stale' })
    const { comesAs } = saying
    const asked = { intakeId: view.intake.id, renderingKey, ...reading.value, comesAs, language: chosen }
    const outcome = await register(context, asked)
    if ('keys' in outcome) {
      const state = outcome.outcome === 'already-sent' ? outcome.state : outcome.outcome
      return c.render(
        <PaperPage {...{ view, wording, state, code: outcome.keys.code, id: outcome.registrationId }} />,
        {
          ...{ frame: 'staff', current: 'programme', title: view.names.title },
        },
      )
    }
    if (outcome.outcome === 'wrong-age') return again({ childName: 'wrong-age' })
    if (outcome.outcome === 'nobody-along') return again({ adults: 'nobody-along' })
    if (outcome.outcome === 'nobody-to-register') return again({ childName: 'nobody' })
    return again({ form: outcome.outcome })
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
      const intakeId = await intakeOf(c.var.context, id)
      const { outcome } = await work(c, id)
      return c.redirect(`${paths.list(c.var.wording.language, intakeId)}?news=${outcome}`, 303)
    })
  act('offer', async (c, id) => {
    const typed = parseForm(await c.req.formData(), becauseForm)
    return typed.ok ? offerByHand(c.var.context, id, typed.value.because) : { outcome: 'reason-missing' }
  })
  routes.post('/staff/registrations/:id/excuse', forRoles('centre-lead'), async c => {
    const form = await c.req.formData()
    const sessionId = idFrom(textOf(form, 'session') ?? '')
    const comes = form.get('comes') === 'yes'
    const { outcome } = await excuse(c.var.context, idFrom(c.req.param('id')), { sessionId, comes })
    return c.redirect(`${paths.sessionList(c.var.wording.language, sessionId)}?news=${outcome}`, 303)
  })
  // Where somebody says yes on the telephone: from the list of calls to her line.
  routes.get('/staff/registrations/:id', forRoles('centre-lead'), async c => {
    const id = idFrom(c.req.param('id'))
    const intakeId = await intakeOf(c.var.context, id)
    return c.redirect(`${paths.list(c.var.wording.language, intakeId)}#${lineOf(id)}`, 303)
  })
  act('answer', async (c, id) => {
    const answer = orNotFound(oneOf(answers, textOf(await c.req.formData(), 'answer')))
    return answerOffer(c.var.context, id, answer)
  })
  act('approve', (c, id) => approve(c.var.context, id))
  act('cancel', (c, id) => cancel(c.var.context, id))
  act('lock', (c, id) => lockHousehold(c.var.context, id))
  act('unlock', (c, id) => unlockHousehold(c.var.context, id))
  act('same-child', (c, id) => settleRepeat(c.var.context, id, 'same-child'))
  act('other-child', (c, id) => settleRepeat(c.var.context, id, 'other-child'))
}

/** What came of the last step, and whether that is good news. */
const news = {
  marked: 'success',
  offered: 'success',
  cancelled: 'success',
  'left-the-line': 'success',
  settled: 'success',
  approved: 'success',
  accepted: 'success',
  declined: 'success',
  away: 'success',
  'comes-after-all': 'success',
  over: 'warning',
  changed: 'success',
  locked: 'success',
  unlocked: 'success',
  'too-late': 'warning',
  'nothing-offered': 'warning',
  'already-offered': 'warning',
  'not-waiting': 'warning',
  closed: 'warning',
  'no-place': 'warning',
  'reason-missing': 'warning',
  stopped: 'warning',
  'not-open-yet': 'warning',
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

type AddState = Pick<PartyState, 'values' | 'hasNewRow'> & {
  renderingKey?: string
  problems?: Problems
  misfits?: readonly Child[] | undefined
  ages: string | undefined
  price: readonly string[]
  chosen?: Language
}

const showAdd = (
  c: Page,
  view: IntakeView,
  { renderingKey, problems = {}, misfits = [], chosen, ...party }: AddState,
) => {
  const { context, wording } = c.var
  requireThat(mayManagePlaces(context.actor, view.intake))
  if (Object.keys(problems).length > 0) c.status(422)
  const names = misfits.map(({ firstName }) => firstName)
  const { ages } = party
  const page = (
    <AddPage
      {...{ ...party, view, wording }}
      errors={sentencesFor(problems, wording, { names, ages, phone: askingAt(view) })}
      misfitMonths={misfits[0] && monthsOld(misfits[0], view.intake.ageOn)}
      renderingKey={renderingKey ?? newSecret()}
      languages={context.city.languages}
      chosen={chosen ?? context.language}
    />
  )
  return c.render(page, {
    ...{ frame: 'staff', current: 'programme', title: wording.t('registration.add.title') },
    subline: view.names.title,
  })
}
