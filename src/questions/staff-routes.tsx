import { ledCentre, ledCentres } from '../centres/index.ts'
import { type CodeFault, readCode, statusOfFault } from '../codes/index.ts'
import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { LinkButton } from '../platform/design/index.ts'
import type { EngineInside } from '../platform/machine-translation/translation-engine.ts'
import { type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { type Understood, understandOnPage } from '../understanding/index.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import { answerForm, channelForm, type Problems, readQuestion } from './forms.ts'
import { EnterPage } from './pages/enter-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { QuestionPage } from './pages/question-page.tsx'
import { sentencesFor, typedAnswer, typedIn } from './pages/said.ts'
import { paths } from './paths.ts'
import { findByCode, listQuestions, readQuestion as openQuestion, tallyOfQuarter } from './read-questions.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'questions' } as const
const news = ['answered', 'answered-before', 'entered'] as const
const mayTryCodes = sharedRateLimit({ name: 'question-code-desk', times: 30, seconds: 600 })

/** What families asked the own centre, and answering it. */
export const staffRoutes = (routes: PageRoutes, engine: EngineInside | undefined) => {
  const mayAsk = engine !== undefined

  routes.get('/staff/questions', forTeam, c => showList(c))

  routes.get('/staff/questions/new', forTeam, c => showEnter(c))

  routes.post('/staff/questions/new', forTeam, async c => {
    const form = await c.req.formData()
    const reading = readQuestion(form)
    const how = parseForm(form, channelForm)
    if (!reading.ok || !how.ok)
      return showEnter(c, valuesOf(form), {
        ...(reading.ok ? {} : reading.problems),
        ...(how.ok ? {} : how.problems),
      })
    const { context } = c.var
    const { centre: slug, ...asking } = reading.value
    const { centre } = await ledCentre(context, slug)
    const { providerId, centreId } = centre
    const { link } = await ask(context, { providerId, centreId }, { ...asking, ...how.value })
    // Who asked wants her code: it stands on the page that she would see herself.
    return c.redirect(paths.own(context.language, link), 303)
  })

  routes.post('/staff/questions/code', forTeam, async c => {
    const { context } = c.var
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showList(c, reading)
    const id = await findByCode(context, reading.code)
    return id
      ? c.redirect(paths.question(context.language, id), 303)
      : showList(c, { problem: 'code', typed: reading.code })
  })

  routes.get('/staff/questions/:id', forTeam, c => showQuestion(c, idFrom(c.req.param('id')), { mayAsk }))

  routes.post('/staff/questions/:id/understand', forTeam, async c => {
    const { id, providerId, body } = await openQuestion(c.var.context, idFrom(c.req.param('id')))
    const written = { kind: 'question' as const, id, providerId, texts: [body] }
    return showQuestion(c, id, { mayAsk, said: await understandOnPage(c, engine, written) })
  })

  routes.post('/staff/questions/:id', forTeam, async c => {
    const id = idFrom(c.req.param('id'))
    const form = await c.req.formData()
    const parsed = parseForm(form, answerForm)
    if (!parsed.ok) return showQuestion(c, id, { mayAsk, typed: valuesOf(form), problems: parsed.problems })
    const { outcome } = await answer(c.var.context, id, parsed.value)
    return c.redirect(`${paths.list(c.var.context.language)}?news=${outcome}`, 303)
  })
}

const showList = async (c: Page, codeFault?: CodeFault) => {
  const { context, wording } = c.var
  if (codeFault) c.status(statusOfFault(codeFault))
  const [questions, tally] = await Promise.all([listQuestions(context), tallyOfQuarter(context)])
  const shown = { questions, tally, now: context.now, news: oneOf(news, c.req.query('news')), codeFault }
  return c.render(<ListPage {...shown} wording={wording} />, {
    ...{ ...frame, title: wording.t('questions.list.title') },
    actions: (
      <LinkButton href={paths.enter(context.language)}>{wording.t('questions.enter.title')}</LinkButton>
    ),
  })
}

type Showing = { mayAsk: boolean; said?: Understood; typed?: FormValues; problems?: Problems }

const showQuestion = async (c: Page, id: string, showing: Showing) => {
  const { mayAsk, said, typed = {}, problems = {} } = showing
  const { context, wording } = c.var
  const question = await openQuestion(context, id)
  if (Object.keys(problems).length > 0) c.status(422)
  const form = { values: typedAnswer(typed), errors: sentencesFor(problems, wording) }
  return c.render(<QuestionPage {...{ question, ...form, inOwnWords: { mayAsk, said }, wording }} />, {
    ...{ ...frame, title: wording.t('questions.list.one') },
  })
}

const showEnter = async (c: Page, typed: FormValues = {}, problems: Problems = {}) => {
  const { context, wording } = c.var
  if (Object.keys(problems).length > 0) c.status(422)
  const renderingKey = typeof typed.renderingKey === 'string' ? typed.renderingKey : newSecret()
  const form = { values: typedIn(typed), errors: sentencesFor(problems, wording), renderingKey }
  return c.render(<EnterPage centres={await ledCentres(context)} {...form} wording={wording} />, {
    ...{ ...frame, title: wording.t('questions.enter.title') },
  })
}
