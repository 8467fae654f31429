import { paths as carePaths } from '../../care/index.ts'
import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { type FormProblems, type FormValues, parseValues, valuesOf } from '../../platform/web/form.ts'
import { idFrom } from '../../platform/web/id.ts'
import { isReachable, isStepOf, stepBefore, stepToGoOn } from '../../platform/web/steps.ts'
import { listRoomNames } from '../../rooms/index.ts'
import { partnersOf } from '../closing-days/closing-days.ts'
import { readDrafts } from '../offers/read-planned.ts'
import { type Draft, grantSlotWish, readSlotWish, slotToShow, tidied } from '../plan/draft.ts'
import { isAnswered, stepForms } from '../plan/offer-plan.ts'
import { BeginPage } from '../plan/pages/begun-plans.tsx'
import { single } from '../plan/pages/plan-fields.ts'
import { PlacesFields } from '../plan/pages/plan-places.tsx'
import { WhatFields } from '../plan/pages/plan-what.tsx'
import { WhenFields } from '../plan/pages/plan-when.tsx'
import { WhoFields } from '../plan/pages/plan-who.tsx'
import { type AskingStep, type PlanStep, planSteps } from '../plan/plan-steps.ts'
import { staffPaths } from '../staff-paths.ts'
import { type FinishOutcome, finishDraft, type OnFinished } from './finish-draft.ts'
import { beginDraft, discardDraft, keepAnswers } from './keep-draft.ts'
import { CheckPage } from './pages/plan-check.tsx'
import { AskingPage } from './pages/plan-frame.tsx'
import { previewPlan } from './preview-plan.ts'
import { readPlanning } from './read-planning.ts'

const forLeads = forRoles('centre-lead')

/** Planning an offer step by step; docs/decisions/0004 says how such forms are built. */
export const planRoutes = (routes: PageRoutes, onFinished: OnFinished) => {
  routes.get('/staff/programme/plan', forLeads, async c => {
    const { context, wording } = c.var
    return c.render(<BeginPage {...(await readDrafts(context))} wording={wording} />, {
      ...{ frame: 'staff', current: 'programme' },
      title: wording.t('programme.staff.plan'),
    })
  })

  routes.post('/staff/programme/plan', forLeads, async c => {
    const { context } = c.var
    const { centreId } = valuesOf(await c.req.formData())
    const draftId = await beginDraft(context, idFrom(single(centreId)))
    return c.redirect(staffPaths.step(context.language, draftId, 'what'), 303)
  })

  routes.get('/staff/programme/plan/:draftId', forLeads, async c => goOn(c))

  routes.get('/staff/programme/plan/:draftId/:step', forLeads, async c => {
    const step = readStep(c)
    const { draft } = await readPlanning(c.var.context, idFrom(c.req.param('draftId')))
    if (!isReachable(planSteps, isAnswered(draft.answers), step)) return goOn(c)
    return step === 'check'
      ? showCheck(c)
      : showStep(c, step, { values: draft.answers[step] ?? {}, problems: {} })
  })

  routes.post('/staff/programme/plan/:draftId/discard', forLeads, async c => {
    const { context } = c.var
    await discardDraft(context, idFrom(c.req.param('draftId')))
    return c.redirect(`${staffPaths.programme(context.language)}?news=discarded`, 303)
  })

  routes.post('/staff/programme/plan/:draftId/:step', forLeads, async c => {
    const step = readStep(c)
    const sent = valuesOf(await c.req.formData())
    const button = single(sent.do) ?? ''
    return step === 'check'
      ? finish(c, button, single(sent.offerId), onFinished)
      : keepStep(c, step, tidied(sent), button)
  })
}

/** Keeps what was typed in any case; only the way on asks whether it holds. */
const keepStep = async (c: Page, step: AskingStep, typed: FormValues, button: string) => {
  const { context } = c.var
  const { language } = context
  const draftId = idFrom(c.req.param('draftId'))
  const wish = step === 'when' ? readSlotWish(button) : undefined
  const values = wish ? grantSlotWish(typed, wish) : typed
  const draft = await keepAnswers(context, draftId, step, values)

  if (wish) {
    return c.redirect(`${staffPaths.step(language, draftId, step)}#slots.${slotToShow(values, wish)}`, 303)
  }
  if (button === 'later') return c.redirect(`${staffPaths.programme(language)}?news=kept`, 303)
  if (button === 'back')
    return c.redirect(staffPaths.step(language, draftId, stepBefore(planSteps, step) ?? step), 303)

  const result = parseValues(values, stepForms[step])
  if (!result.ok) return showStep(c, step, { values, problems: result.problems }, 422)
  return c.redirect(staffPaths.step(language, draftId, nextStep(draft)), 303)
}

const finish = async (c: Page, button: string, offerId: string | undefined, onFinished: OnFinished) => {
  const publish = button === 'publish'
  const draftId = idFrom(c.req.param('draftId'))
  const of = offerId ? { offerId: idFrom(offerId) } : {}
  const outcome = await finishDraft(c.var.context, { draftId, publish, ...of }, onFinished)
  return answer(c, outcome, publish ? 'published' : 'planned')
}

const answer = (c: Page, outcome: FinishOutcome, done: 'published' | 'planned') => {
  const { language } = c.var.context
  const toOffer = (slug: string, news: string) =>
    c.redirect(`${staffPaths.offer(language, slug)}?news=${news}`, 303)
  switch (outcome.outcome) {
    case 'planned':
      return toOffer(outcome.slug, outcome.isWithheld ? 'care-undecided' : done)
    case 'already-finished':
      return toOffer(outcome.slug, 'saved')
    case 'changed':
      return toOffer(outcome.slug, outcome.isWithheld ? 'care-undecided' : 'changed')
    case 'changed-meanwhile':
      return toOffer(outcome.slug, 'changed-meanwhile')
    case 'care-undecided':
      return c.redirect(`${carePaths.care(language, outcome.slug)}?news=decide-first`, 303)
    case 'incomplete':
      return goOn(c)
    case 'held-by-registrations':
      return showCheck(c, 409)
  }
}

const goOn = async (c: Page) => {
  const { context } = c.var
  const draftId = idFrom(c.req.param('draftId'))
  const { draft } = await readPlanning(context, draftId)
  return c.redirect(staffPaths.step(context.language, draftId, nextStep(draft)), 303)
}

type Typed = { values: FormValues; problems: FormProblems }

const showStep = async (c: Page, step: AskingStep, typed: Typed, status: 200 | 422 = 200) => {
  const { context, wording } = c.var
  const { draft, isAwaited, courseLeaders } = await readPlanning(context, idFrom(c.req.param('draftId')))
  const props = { wording, ...typed }
  c.status(status)
  return c.render(
    <AskingPage {...{ wording, draft, step, problems: typed.problems }}>
      {step === 'what' && <WhatFields {...props} languages={context.city.languages} />}
      {step === 'who' && <WhoFields {...props} />}
      {step === 'when' && (
        <WhenFields
          {...props}
          rooms={await listRoomNames(context, draft.centreId)}
          partners={await partnersOf(context, draft.centreId)}
        />
      )}
      {step === 'places' && <PlacesFields {...props} {...{ courseLeaders, isAwaited }} />}
    </AskingPage>,
    headOf(c, draft, step),
  )
}

const showCheck = async (c: Page, status: 200 | 409 = 200) => {
  const { context, wording } = c.var
  const draftId = idFrom(c.req.param('draftId'))
  const preview = await previewPlan(context, draftId)
  if (!preview) return goOn(c)
  const { courseLeaders, isPublished } = await readPlanning(context, draftId)
  const leaders = courseLeaders.filter(({ accountId }) => preview.plan.leaders.includes(accountId))
  c.status(status)
  return c.render(
    <CheckPage
      {...{ wording, preview, isPublished }}
      leaders={leaders.map(({ name }) => name)}
      timeZone={context.city.timeZone}
    />,
    headOf(c, preview.draft, 'check'),
  )
}

const headOf = (c: Page, draft: Draft, step: PlanStep) => {
  const { t } = c.var.wording
  const title = t(draft.offerId ? 'programme.staff.changeTitle' : 'programme.staff.plan')
  const name = single(draft.answers.what?.['texts.de.title'])
  return {
    ...({
      frame: 'staff',
      current: 'programme',
      title: `${t(`programme.staff.step.${step}`)} · ${title}`,
    } as const),
    heading: t(`programme.staff.question.${step}`),
    subline: name ? `${title}: ${name}` : title,
  }
}

/** Whoever has answered everything goes straight to the last step, also after changing one answer. */
const nextStep = ({ answers }: Draft) => stepToGoOn(planSteps, isAnswered(answers))

const readStep = (c: Page): PlanStep => {
  const step = c.req.param('step') ?? ''
  if (!isStepOf(planSteps, step)) throw new NotFound()
  return step
}
