import { type Context, forEveryone, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import { bringsForm } from '../joint-activities/index.ts'
import { NotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom, isId } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { agesOf } from './ages.ts'
import { invitedTo } from './closed-groups/closed-group.ts'
import { InvitedPage } from './closed-groups/pages/invited-page.tsx'
import { mayTryCodes } from './code-limit.ts'
import { hereAndNow, type Problems, readRegistration, renderingKeyForm } from './forms.ts'
import { joinByForm } from './join-by-form.ts'
import type { RegisterOutcome } from './joining.ts'
import { mayWriteTo } from './letter-limit.ts'
import { sendCodeTo } from './number/number-routes.tsx'
import { emptyParty, sentencesFor, typedParty } from './pages/form-values.ts'
import { askingAt } from './pages/intake-facts.tsx'
import { JoinPage } from './pages/join-page.tsx'
import type { PartyState, PartyValues } from './pages/party-fields.tsx'
import { type Child, monthsOld } from './party.ts'
import { paths } from './paths.ts'
import { readComesAs } from './rules/rules-forms.ts'
import { otherDates } from './several/several-dates.ts'
import { deskOfIntake, type IntakeView, showIntake } from './show.ts'
import type { Clash, OtherDate } from './store/same-page.ts'
import type { Surroundings } from './surroundings.ts'

// A whole group may register over the network of its centre; a script may not.
const mayRegisterOften = sharedRateLimit({ name: 'registration', times: 60, seconds: 600 })

export const joinRoutes = (routes: PageRoutes, surroundings: Surroundings) => {
  const show = async (c: Page) => showForm(c, await atIntake(c, surroundings), { values: emptyParty })

  const join = async (c: Page) => {
    const at = await atIntake(c, surroundings)
    const { desk, view } = at
    const form = await c.req.formData()
    const typed = valuesOf(form)
    const renderingKey = typeof typed.renderingKey === 'string' ? typed.renderingKey : undefined
    const ticked = parseForm(form, bringsForm)
    const brings = ticked.ok ? ticked.value.brings : []
    const dates = at.others.map(({ intakeId }) => intakeId).filter(id => form.getAll('dates[]').includes(id))
    if (typed.do === 'add-child')
      return showForm(c, at, {
        values: typedParty(typed, true),
        hasNewRow: true,
        renderingKey,
        brings,
        dates,
      })

    const ownCode = textOf(form, 'ownCode') ?? ''
    const clashesSeen = (textOf(form, 'clashesSeen') ?? '').split(' ').filter(isId)
    const kept = { values: typedParty(typed), renderingKey, brings, dates, ownCode, clashesSeen }
    const again = (problems: Problems, misfits?: readonly Child[]) =>
      showForm(c, at, { ...kept, problems, misfits })
    const key = parseForm(form, renderingKeyForm)
    const reading = readRegistration(form, { ...hereAndNow(desk), intake: view.intake })
    const saying = readComesAs(form, view.intake)
    if (!reading.ok) return again(reading.problems, reading.misfits)
    if (!key.ok) return again(key.problems)
    if (!(await mayRegisterOften(c, clientAddress(c)))) return again({ form: 'too-often' })
    if (!saying.ok) return again(saying.problems)
    if (!(await mayWriteTo(c, reading.value.contact))) return again({ email: 'too-many-letters' })

    if (ownCode && !(await mayTryCodes(c, clientAddress(c)))) return again({ ownCode: 'too-often' })

    const joined = await joinByForm(
      { desk, nobody: c.var.atDesk(nobodysDesk) },
      {
        asked: {
          ...{ intakeId: view.intake.id, ...key.value, ...reading.value },
          ...{ brings, comesAs: saying.comesAs, invite: at.invite },
        },
        ...{ dates, ownCode, clashesSeen },
      },
    )
    if (joined.outcome === 'unknown-code') return again({ ownCode: 'code' })
    if (joined.outcome === 'clashes') return showForm(c, at, { ...kept, clashes: joined.clashes })
    const { first, isAll } = joined
    if (surroundings.sendsSms && 'registrationId' in first)
      await sendCodeTo(c, desk, first.registrationId, { unlessSent: true })
    return answer(c, view, { outcome: first, isAll }, again)
  }

  routes.get('/join/:intakeId', forEveryone, show)
  routes.post('/join/:intakeId', forEveryone, join)
  routes.get('/invited/:invite', forEveryone, c => showInvited(c, c.req.param('invite')))
  routes.get('/invited/:invite/:intakeId', forEveryone, show)
  routes.post('/invited/:invite/:intakeId', forEveryone, join)
}

type AtIntake = {
  desk: Context
  view: IntakeView
  ages: string | undefined
  price: readonly string[]
  /** Further dates of the offer that can be ticked. */
  others: readonly OtherDate[]
  /** By which link of a closed group one came. */
  invite: string | undefined
}

const atIntake = async (c: Page, { sayAges, sayPrice }: Surroundings): Promise<AtIntake> => {
  const [invite, intakeId = ''] = [c.req.param('invite'), c.req.param('intakeId')]
  const desk = c.var.atDesk(await deskOfIntake(c.var.context, idFrom(intakeId)))
  const view = await showIntake(desk, intakeId, invite)
  const others = await otherDates(desk, view.intake)
  const { wording } = c.var
  const ages = agesOf(view.intake, wording, sayAges)
  return { desk, view, others, invite, ages, price: sayPrice(view.intake, wording) }
}

/** What whoever was invited can register for: one goes straight to the form, of several one chooses. */
const showInvited = async (c: Page, invite: string) => {
  const { wording } = c.var
  const group = await invitedTo(c.var.atDesk(nobodysDesk), invite)
  const [one, ...others] = group.dates
  if (one && others.length === 0)
    return c.redirect(paths.invited(wording.language, invite, one.intakeId), 303)
  return showPrivately(c, <InvitedPage {...{ group, invite, wording }} />, { title: group.title })
}

type FormState = Pick<PartyState, 'hasNewRow'> & {
  values: PartyValues
  renderingKey?: string | undefined
  problems?: Problems
  misfits?: readonly Child[] | undefined
  brings?: readonly string[] | undefined
  dates?: readonly string[] | undefined
  ownCode?: string | undefined
  /** What the family has at the same time, and may have overlooked. */
  clashes?: readonly Clash[] | undefined
  /** The dates of which it was told so before. */
  clashesSeen?: readonly string[] | undefined
}

const showForm = (
  c: Page,
  { desk, view, ages, price, others, invite }: AtIntake,
  { values, hasNewRow, renderingKey, problems = {}, misfits = [], ...ticked }: FormState,
) => {
  const { brings = [], dates = [], ownCode = '', clashes = [], clashesSeen = [] } = ticked
  const { wording } = c.var
  const names = misfits.map(({ firstName }) => firstName)
  const errors = sentencesFor(problems, wording, { names, ages, phone: askingAt(view) })
  const isTooMuch =
    problems.form === 'too-often' || problems.ownCode === 'too-often' || problems.email === 'too-many-letters'
  if (Object.keys(problems).length > 0 || clashes.length > 0) c.status(isTooMuch ? 429 : 422)
  return showPrivately(
    c,
    <JoinPage
      {...{
        view,
        wording,
        values,
        errors,
        hasNewRow,
        ages,
        price,
        brings,
        others,
        dates,
        ownCode,
        clashes,
        clashesSeen,
      }}
      {...{ now: desk.now, timeZone: desk.city.timeZone }}
      misfitMonths={misfits[0] && monthsOld(misfits[0], view.intake.ageOn)}
      action={
        invite
          ? paths.invited(wording.language, invite, view.intake.id)
          : paths.join(wording.language, view.intake.id)
      }
      renderingKey={renderingKey ?? newSecret()}
    />,
    { title: `${wording.t('registration.join.title')} ${view.names.title}` },
  )
}

/** Who is in, or in line, goes on at the personal address: it shows the code, in every language and after a reload. */
const answer = (
  c: Page,
  { intake }: IntakeView,
  { outcome, isAll }: { outcome: RegisterOutcome; isAll: boolean },
  again: (problems: Problems) => Response | Promise<Response>,
) => {
  switch (outcome.outcome) {
    case 'wrong-age':
      return again({ childName: 'wrong-age' })
    case 'nobody-to-register':
      return again({ [intake.counts === 'adult' ? 'adults' : 'childName']: 'nobody' })
    case 'nobody-along':
      return again({ adults: 'nobody-along' })
    case 'not-invited':
      throw new NotFound()
    case 'stopped':
    case 'not-open-yet':
    case 'closed':
      return again({})
    case 'confirmed':
    case 'waiting':
    case 'already-sent':
      return c.redirect(
        `${paths.manage(c.var.wording.language, outcome.keys.link)}?news=${isAll ? 'registered' : 'some-dates'}`,
        303,
      )
  }
}
