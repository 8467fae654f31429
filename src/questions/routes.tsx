import { findCentre, listCentres, listDistricts, readDistrict } from '../centres/index.ts'
import { type CodeFault, readCode, showCodePage } from '../codes/index.ts'
import { type Context, forEveryone, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import type { EngineInside } from '../platform/machine-translation/translation-engine.ts'
import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { textOf, valuesOf } from '../platform/web/form.ts'
import { slugFrom } from '../platform/web/id.ts'
import { codeOf, newSecret } from '../platform/web/keys.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { ask } from './ask.ts'
import { type Problems, readQuestion } from './forms.ts'
import { openByCode, openByLink, takeBack } from './own-question.ts'
import { AskPage } from './pages/ask-page.tsx'
import { ChooseCentrePage } from './pages/choose-centre-page.tsx'
import { OwnQuestionPage } from './pages/own-question-page.tsx'
import { sentencesFor, typedIn } from './pages/said.ts'
import { paths } from './paths.ts'
import { staffRoutes } from './staff-routes.tsx'
import type { OwnQuestion } from './store/questions.ts'

// A school class may ask from one network; a script may not. Codes can be typed, so nobody may try many.
const mayAskOften = sharedRateLimit({ name: 'question', times: 20, seconds: 600 })
const mayTryCodes = sharedRateLimit({ name: 'question-code', times: 10, seconds: 600 })

/** Asking without a name: for families, and for the team of the centre that answers. */
export const questionsRoutes = (routes: PageRoutes, engine: EngineInside | undefined) => {
  routes.get('/ask', forEveryone, async c => {
    const { context, wording } = c.var
    const slug = c.req.query('centre')
    if (slug) return showForm(c, slug)
    const district = readDistrict(c.req.query('district'))
    const [centres, districts] = await Promise.all([listCentres(context, district), listDistricts(context)])
    return show(c, <ChooseCentrePage {...{ centres, districts, district, wording }} />)
  })

  routes.post('/ask', forEveryone, async c => {
    const form = await c.req.formData()
    const reading = readQuestion(form)
    const slug = textOf(form, 'centre') ?? ''
    const again = (problems: Problems) => showForm(c, slug, { form, problems })
    if (!reading.ok) return again(reading.problems)
    if (!(await mayAskOften(c, clientAddress(c)))) return again({ form: 'too-often' })

    const { centre, ...asking } = reading.value
    const desk = await deskOf(c, centre)
    const { link } = await ask(desk.context, desk.centre, { ...asking, channel: 'web' })
    return c.redirect(paths.own(c.var.wording.language, link), 303)
  })

  routes.get('/ask/code', forEveryone, c => showCode(c))

  routes.post('/ask/code', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const question = await openByCode(c.var.atDesk(nobodysDesk), reading.code)
    return question ? showQuestion(c, question) : showCode(c, { problem: 'code', typed: reading.code })
  })

  routes.get('/ask/:link', forEveryone, async c => {
    const link = c.req.param('link')
    return showQuestion(c, await openByLink(c.var.atDesk(nobodysDesk), link), link)
  })

  routes.post('/ask/:link/take-back', forEveryone, async c => {
    const { language } = c.var.wording
    await takeBack(c.var.atDesk(nobodysDesk), c.req.param('link'))
    return c.redirect(paths.ask(language), 303)
  })

  staffRoutes(routes, engine)
}

const deskOf = async (
  c: Page,
  slug: string,
): Promise<{ context: Context; centre: { providerId: string; centreId: string } }> => {
  const { id, providerId } = orNotFound(await findCentre(c.var.context, slug))
  const centre = { providerId, centreId: id }
  return { context: c.var.atDesk(centre), centre }
}

const showForm = async (
  c: Page,
  slug: string,
  { form = new FormData(), problems = {} }: { form?: FormData; problems?: Problems } = {},
) => {
  const { context, wording } = c.var
  const centre = orNotFound(await findCentre(context, slugFrom(slug)))
  if (Object.keys(problems).length > 0) c.status(problems.form === 'too-often' ? 429 : 422)
  return show(
    c,
    <AskPage
      {...{ centre, wording, values: typedIn(valuesOf(form)), errors: sentencesFor(problems, wording) }}
      renderingKey={textOf(form, 'renderingKey') ?? newSecret()}
    />,
  )
}

const showQuestion = async (c: Page, question: OwnQuestion, link?: string) => {
  const { context, wording } = c.var
  const centre = (await listCentres(context)).find(({ id }) => id === question.centreId)
  const code = link && codeOf(link)
  return show(c, <OwnQuestionPage {...{ question, centre, code, link, wording }} />)
}

const showCode = (c: Page, fault?: CodeFault) => {
  const { t, language } = c.var.wording
  const page = { title: t('questions.code.title'), action: paths.byCode(language), isDelicate: true }
  return showCodePage(c, page, fault)
}

const show = (c: Page, content: Parameters<Page['render']>[0]) =>
  showPrivately(c, content, { title: c.var.wording.t('questions.ask.title'), isDelicate: true })
