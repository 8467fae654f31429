import { paths as centrePaths, findCentre, listCentres } from '../centres/index.ts'
import { type CodeFault, readCode, readKey, showCodePage, toTakenBack } from '../codes/index.ts'
import { endOfTodayIn, forEveryone, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { slugFrom } from '../platform/web/id.ts'
import { codeOf, newSecret } from '../platform/web/keys.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { reachForm } from '../reach/index.ts'
import { type AskOutcome, askToBorrow } from './ask-to-borrow.ts'
import { askForm } from './forms.ts'
import { openByCode, openByLink, takeBack } from './own-loan.ts'
import { BorrowPage } from './pages/borrow-page.tsx'
import { OwnLoanPage } from './pages/own-loan-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { ThingsPage } from './pages/things-page.tsx'
import { paths } from './paths.ts'
import { listToBorrow, readToBorrow } from './read-lending.ts'
import { staffRoutes } from './staff-routes.tsx'
import type { OwnLoan } from './store/loans.ts'

// A family asks for a few things; a script may not. Codes can be typed, so nobody may try many.
const mayAskOften = sharedRateLimit({ name: 'loan', times: 20, seconds: 600 })
const mayTryCodes = sharedRateLimit({ name: 'loan-code', times: 10, seconds: 600 })

/** What a centre lends: for families, and for its team. */
export const lendingRoutes = (routes: PageRoutes) => {
  routes.get('/centres/:slug/lending', forEveryone, async c => {
    const { context, wording } = c.var
    const centre = orNotFound(await findCentre(context, slugFrom(c.req.param('slug'))))
    const things = await listToBorrow(context, centre.id)
    tellFreshUntil(c, endOfTodayIn(context))
    const centreHref = centrePaths.centre(wording.language, centre.slug)
    return c.render(<ThingsPage {...{ centre, centreHref, things, wording }} />, {
      ...{ title: wording.t('lending.public.title'), description: wording.t('lending.public.lead') },
      current: 'centres',
    })
  })

  routes.get('/lending/:slug', forEveryone, c => showBorrow(c, { values: {} }))

  routes.post('/lending/:slug', forEveryone, async c => {
    const form = await c.req.formData()
    // Whoever cannot choose how many takes one.
    if (!form.has('pieces')) form.set('pieces', '1')
    const [asked, wants] = [parseForm(form, askForm), parseForm(form, reachForm)]
    const values = valuesOf(form)
    if (!asked.ok || !wants.ok) {
      const problems = { ...(asked.ok ? {} : asked.problems), ...(wants.ok ? {} : wants.problems) }
      return showBorrow(c, { values, problems })
    }
    if (!(await mayAskOften(c, clientAddress(c))))
      return showBorrow(c, { values, problems: { form: 'too-often' } })
    const slug = slugFrom(c.req.param('slug'))
    const { centreId, providerId } = await readToBorrow(c.var.context, slug)
    const desk = c.var.atDesk({ centreId, providerId })
    const outcome = await askToBorrow(desk, { ...asked.value, slug, wants: wants.value })
    if (outcome.outcome !== 'asked') return showBorrow(c, { values, refused: outcome })
    return c.redirect(paths.own(c.var.wording.language, outcome.link), 303)
  })

  routes.get('/loans/code', forEveryone, c => showCode(c))

  routes.post('/loans/code', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const loan = await openByCode(c.var.atDesk(nobodysDesk), reading.code)
    return loan ? showLoan(c, loan, reading.code) : showCode(c, { problem: 'code', typed: reading.code })
  })

  routes.post('/loans/take-back', forEveryone, async c => {
    const reading = await readKey(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const isGone = await takeBack(c.var.atDesk(nobodysDesk), reading.key)
    const action = paths.byCode(c.var.wording.language)
    return isGone ? toTakenBack(c, action) : c.redirect(action, 303)
  })

  routes.get('/loans/:link', forEveryone, async c => {
    const link = c.req.param('link')
    return showLoan(c, await openByLink(c.var.atDesk(nobodysDesk), link), link, codeOf(link))
  })

  staffRoutes(routes)
}

type Asking = {
  values: FormValues
  problems?: FormProblems
  refused?: Exclude<AskOutcome, { outcome: 'asked' }>
}

const showBorrow = async (c: Page, { values, problems = {}, refused }: Asking) => {
  const { context, wording } = c.var
  const thing = await readToBorrow(context, slugFrom(c.req.param('slug')))
  const centre = orNotFound(await findCentre(context, thing.centreSlug))
  if (Object.keys(problems).length > 0) c.status(problems.form === 'too-often' ? 429 : 422)
  if (refused) c.status(409)
  const renderingKey = typeof values.renderingKey === 'string' ? values.renderingKey : newSecret()
  const shown = { thing, centre, values, refused, renderingKey, wording }
  return show(c, <BorrowPage {...shown} errors={sentencesFor(problems, wording)} />)
}

const showLoan = async (c: Page, loan: OwnLoan, shownBy: string, code?: string) => {
  const { context, wording } = c.var
  const centre = (await listCentres(context)).find(({ id }) => id === loan.centreId)
  return show(c, <OwnLoanPage {...{ loan, centre, code, shownBy, wording }} />)
}

const showCode = (c: Page, fault?: CodeFault) => {
  const { t, language } = c.var.wording
  const [title, takenBack] = [t('lending.code.title'), t('lending.code.takenBack')]
  return showCodePage(c, { title, takenBack, action: paths.byCode(language), current: 'centres' }, fault)
}

const show = (c: Page, content: Parameters<Page['render']>[0]) =>
  showPrivately(c, content, { title: c.var.wording.t('lending.public.title'), current: 'centres' })
