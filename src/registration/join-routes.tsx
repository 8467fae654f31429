import { type Context, forEveryone, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { type Problems, readRegistration, renderingKeyForm } from './forms.ts'
import type { RegisterOutcome } from './joining.ts'
import { newRenderingKey } from './link.ts'
import { emptyParty, sentencesFor, typedParty } from './pages/form-values.ts'
import { JoinPage } from './pages/join-page.tsx'
import type { PartyValues } from './pages/party-fields.tsx'
import { RegisteredPage } from './pages/registered-page.tsx'
import { paths } from './paths.ts'
import { register } from './register.ts'
import { deskOfIntake, type IntakeView, showIntake } from './show.ts'

// A whole group may register over the network of its centre; a script may not.
const mayRegisterOften = sharedRateLimit({ name: 'registration', times: 60, seconds: 600 })

export const joinRoutes = (routes: PageRoutes) => {
  routes.get('/join/:intakeId', forEveryone, async c => {
    const { desk, view } = await atIntake(c, c.req.param('intakeId'))
    return showForm(c, desk, view, { values: emptyParty })
  })

  routes.post('/join/:intakeId', forEveryone, async c => {
    const { desk, view } = await atIntake(c, c.req.param('intakeId'))
    const form = await c.req.formData()
    const typed = valuesOf(form)
    const renderingKey = typeof typed.renderingKey === 'string' ? typed.renderingKey : undefined
    if (typed.do === 'add-child')
      return showForm(c, desk, view, { values: typedParty(typed, true), renderingKey })

    const again = (problems: Problems, names?: string[]) =>
      showForm(c, desk, view, { values: typedParty(typed), renderingKey, problems, names })
    const key = parseForm(form, renderingKeyForm)
    const reading = readRegistration(form, todayIn(desk))
    if (!reading.ok) return again(reading.problems)
    if (!key.ok) return again(key.problems)
    if (!(await mayRegisterOften(c, clientAddress(c)))) return again({ form: 'too-often' })

    const outcome = await register(desk, { intakeId: view.intake.id, ...key.value, ...reading.value })
    return showOutcome(c, view, outcome, again)
  })
}

const atIntake = async (c: Page, intakeId: string) => {
  const desk = c.var.atDesk(await deskOfIntake(c.var.context, idFrom(intakeId)))
  return { desk, view: await showIntake(desk, intakeId) }
}

type FormState = {
  values: PartyValues
  renderingKey?: string | undefined
  problems?: Problems
  names?: string[] | undefined
}

const showForm = (
  c: Page,
  desk: Context,
  view: IntakeView,
  { values, renderingKey, problems = {}, names = [] }: FormState,
) => {
  const { wording } = c.var
  const errors = sentencesFor(problems, wording, names)
  c.header('cache-control', 'no-store')
  if (Object.keys(problems).length > 0) c.status(problems.form === 'too-often' ? 429 : 422)
  return c.render(
    <JoinPage
      {...{ view, wording, values, errors, now: desk.now, thisYear: todayIn(desk).year }}
      action={paths.join(wording.language, view.intake.id)}
      renderingKey={renderingKey ?? newRenderingKey()}
    />,
    { title: `${wording.t('registration.join.title')} ${view.names.title}`, isPrivate: true },
  )
}

const showOutcome = (
  c: Page,
  view: IntakeView,
  outcome: RegisterOutcome,
  again: (problems: Problems, names?: string[]) => Response | Promise<Response>,
) => {
  const { wording } = c.var
  switch (outcome.outcome) {
    case 'wrong-age':
      return again({ childName: 'wrong-age' }, outcome.childNames)
    case 'nobody-to-register':
      return again({ [view.intake.counts === 'adult' ? 'adults' : 'childName']: 'nobody' })
    case 'stopped':
    case 'not-open-yet':
    case 'closed':
      return again({})
    case 'confirmed':
    case 'waiting':
    case 'already-sent': {
      const state = outcome.outcome === 'already-sent' ? outcome.state : outcome.outcome
      c.header('cache-control', 'no-store')
      return c.render(
        <RegisteredPage
          {...{ view, wording, state, keys: outcome.keys }}
          address={paths.manage(wording.language, outcome.keys.link)}
        />,
        {
          title: wording.t(`registration.done.${state === 'confirmed' ? 'confirmed' : 'waiting'}`),
          isPrivate: true,
        },
      )
    }
  }
}
