import { forEveryone, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import { bringsForm } from '../joint-activities/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { excuse } from './absence/excuse.ts'
import { agesOf } from './ages.ts'
import { answerOffer, answers } from './answer-offer.ts'
import { cancel } from './cancel.ts'
import { change } from './change.ts'
import { mayTryCodes } from './code-limit.ts'
import { codeForm, hereAndNow, type Problems, readRegistration } from './forms.ts'
import { guardianOfCode } from './guardians/guardian-desk.ts'
import { newGuardianLink } from './guardians/keep-guardians.ts'
import { bring } from './joint.ts'
import { mayWriteTo } from './letter-limit.ts'
import { type NumberFault, numberRoutes, sendCodeTo } from './number/number-routes.tsx'
import { CancelPage } from './pages/cancel-page.tsx'
import { ChangePage } from './pages/change-page.tsx'
import { CodePage } from './pages/code-page.tsx'
import { sentencesFor, storedParty, typedParty } from './pages/form-values.ts'
import { askingAt } from './pages/intake-facts.tsx'
import { MyPage } from './pages/my-page.tsx'
import { asNews } from './pages/news.ts'
import type { PartyState } from './pages/party-fields.tsx'
import type { Child } from './party.ts'
import { paths } from './paths.ts'
import { readMine } from './read-mine.ts'
import { asksForCode, deskOfCode, deskOfLink, newLinkFor, showRegistration } from './show.ts'
import type { Surroundings } from './surroundings.ts'

export const myRoutes = (
  routes: PageRoutes,
  { sayAges, sayPrice, otherCodes, moreWays, sendsSms }: Surroundings,
) => {
  const showCodePage = (c: Page, { problem, typed = '' }: { problem?: string; typed?: string }) => {
    const { wording } = c.var
    if (problem) c.status(problem === 'too-often' ? 429 : 422)
    const error = problem && sentencesFor({ code: problem }, wording).code
    return show(
      c,
      <CodePage {...{ wording, otherCodes, error, typed }} isErased={c.req.query('news') === 'erased'} />,
      wording.t('registration.code.title'),
    )
  }

  routes.get('/my', forEveryone, c => showCodePage(c, {}))

  routes.post('/my', forEveryone, async c => {
    const form = await c.req.formData()
    const typed = String(form.get('code') ?? '')
    const parsed = parseForm(form, codeForm)
    if (!parsed.ok) return showCodePage(c, { problem: 'required', typed })
    if (!(await mayTryCodes(c, clientAddress(c)))) return showCodePage(c, { problem: 'too-often', typed })

    const found = await deskOfCode(c.var.atDesk(nobodysDesk), parsed.value.code)
    if (!found) {
      const guardian = await guardianOfCode(c.var.atDesk, parsed.value.code)
      if (!guardian) return showCodePage(c, { problem: 'code', typed })
      const shared = await newGuardianLink(c.var.atDesk(guardian), guardian)
      return c.redirect(paths.shared(c.var.wording.language, shared), 303)
    }
    const link = await newLinkFor(c.var.atDesk(found), found.registrationId)
    return c.redirect(paths.manage(c.var.wording.language, link), 303)
  })

  const showMine = async (c: Page, link: string, fault?: NumberFault) => {
    const { desk, view, address } = await atLink(c, link)
    const { wording } = c.var
    const { hasPlace, hasQuestions, number, ...mine } = await readMine(desk, { view, link, sendsSms })
    const ways = [
      ...(hasQuestions ? [wayToAnswers(c, link)] : []),
      ...(hasPlace ? [wayToConsents(c, link)] : []),
      ...(await moreWays(desk, { registrationId: view.registration.id, link }, wording)),
    ]
    if (fault) c.status(fault === 'too-often' || fault === 'no-more-codes' ? 429 : 422)
    return show(
      c,
      <MyPage
        {...{ ...mine, view, address, ways, wording }}
        now={desk.now}
        news={asNews(c.req.query('news'))}
        price={sayPrice(view.intake, wording)}
        number={{ ...number, fault }}
      />,
      view.names.title,
    )
  }

  routes.get('/my/:link', forEveryone, async c => {
    const link = c.req.param('link')
    if (await asksForCode(c.var.atDesk(nobodysDesk), link))
      return c.redirect(paths.findByCode(c.var.wording.language), 303)
    return showMine(c, link)
  })

  numberRoutes(routes, { atLink, showMine })

  routes.get('/my/:link/cancel', forEveryone, async c => {
    const { view, address } = await atLink(c, c.req.param('link'))
    return show(c, <CancelPage {...{ view, address, wording: c.var.wording }} />, view.names.title)
  })

  routes.post('/my/:link/cancel', forEveryone, async c => {
    const { desk, view, address } = await atLink(c, c.req.param('link'))
    const { outcome } = await cancel(desk, view.registration.id)
    return c.redirect(`${address}?news=${outcome}`, 303)
  })

  routes.post('/my/:link/brings', forEveryone, async c => {
    const { desk, view, address } = await atLink(c, c.req.param('link'))
    const ticked = parseForm(await c.req.formData(), bringsForm)
    const { outcome } = await bring(desk, view.registration.id, ticked.ok ? ticked.value.brings : [])
    return c.redirect(outcome === 'over' ? address : `${address}?news=${outcome}`, 303)
  })

  routes.post('/my/:link/answer', forEveryone, async c => {
    const { desk, view, address } = await atLink(c, c.req.param('link'))
    const answer = orNotFound(oneOf(answers, textOf(await c.req.formData(), 'answer')))
    const { outcome } = await answerOffer(desk, view.registration.id, answer)
    return c.redirect(`${address}?news=${outcome}`, 303)
  })

  routes.post('/my/:link/away', forEveryone, async c => {
    const { desk, view, address } = await atLink(c, c.req.param('link'))
    const form = await c.req.formData()
    const sessionId = idFrom(textOf(form, 'session') ?? '')
    const comes = form.get('comes') === 'yes'
    const { outcome } = await excuse(desk, view.registration.id, { sessionId, comes })
    return c.redirect(outcome === 'over' ? address : `${address}?news=${outcome}`, 303)
  })

  routes.get('/my/:link/change', forEveryone, async c => {
    const at = await atLink(c, c.req.param('link'))
    return showChange(c, at, { values: storedParty(at.view.registration) })
  })

  routes.post('/my/:link/change', forEveryone, async c => {
    const at = await atLink(c, c.req.param('link'))
    const { registration } = at.view
    const form = await c.req.formData()
    const typed = valuesOf(form)
    if (typed.do === 'add-child')
      return showChange(c, at, { values: typedParty(typed, true), hasNewRow: true })

    const again = (problems: Problems, misfits: readonly Child[] = []) =>
      showChange(c, at, {
        values: typedParty(typed),
        problems,
        names: misfits.map(({ firstName }) => firstName),
        ages: agesOf(at.view.intake, c.var.wording, sayAges),
      })
    const known = { party: registration.party, contact: registration.household.contact }
    const reading = readRegistration(form, { ...hereAndNow(at.desk), intake: at.view.intake, known })
    if (!reading.ok) return again(reading.problems, reading.misfits)
    const { contact } = reading.value
    if (contact !== known.contact && !(await mayWriteTo(c, contact)))
      return again({ email: 'too-many-letters' })

    const changed = await change(at.desk, registration.id, reading.value)
    switch (changed.outcome) {
      case 'changed':
        if (sendsSms && contact !== known.contact) await sendCodeTo(c, at.desk, registration.id)
        return c.redirect(`${at.address}?news=changed`, 303)
      case 'already-ended':
        return c.redirect(`${at.address}?news=${changed.outcome}`, 303)
      case 'no-room':
        return again({ childName: 'no-room' })
      case 'nobody-along':
        return again({ adults: 'nobody-along' })
      case 'nobody-to-register':
        return again({ childName: 'nobody' })
      case 'wrong-age':
        return again({ childName: 'wrong-age' })
    }
  })
}

const wayToConsents = ({ var: { wording } }: Page, link: string) => ({
  ...{ href: paths.consents(wording.language, link), icon: 'child' as const },
  label: wording.t('registration.consents.title'),
})

const wayToAnswers = ({ var: { wording } }: Page, link: string) => ({
  ...{ href: `${paths.consents(wording.language, link)}#questions`, icon: 'people' as const },
  label: wording.t('registration.offer-questions.title'),
})

const atLink = async (c: Page, link: string) => {
  const found = orNotFound(await deskOfLink(c.var.atDesk(nobodysDesk), link))
  const desk = c.var.atDesk(found)
  const view = await showRegistration(desk, found.registrationId)
  return { desk, view, address: paths.manage(c.var.wording.language, link) }
}

type AtLink = Awaited<ReturnType<typeof atLink>>

type ChangeState = Pick<PartyState, 'values' | 'hasNewRow'> & {
  problems?: Problems
  names?: readonly string[]
  ages?: string | undefined
}

const showChange = (
  c: Page,
  { view, address }: AtLink,
  { problems = {}, names = [], ages, ...party }: ChangeState,
) => {
  const { wording } = c.var
  const errors = sentencesFor(problems, wording, { names, ages, phone: askingAt(view) })
  if (Object.keys(problems).length > 0) c.status(problems.email === 'too-many-letters' ? 429 : 422)
  return show(c, <ChangePage {...{ ...party, view, wording, address, errors }} />, view.names.title)
}

const show = (c: Page, content: Parameters<Page['render']>[0], title: string) =>
  showPrivately(c, content, { title })
