import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { paths as jointPaths } from '../joint-activities/index.ts'
import type { TranslationEngine } from '../platform/machine-translation/translation-engine.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { InLanguage } from '../programme/index.ts'
import { countToTell } from '../registration/index.ts'
import { closingRoutes } from './closing-days/closing-routes.tsx'
import { cancelSession, previewCancelling } from './dates/cancel-session.ts'
import { cancelForm } from './dates/date-forms.ts'
import { dateRoutes } from './dates/date-routes.tsx'
import { letTakePlace } from './dates/decide-joint-activities.ts'
import {
  CancelledSessionPage,
  CancelSessionPage,
  OverSessionPage,
} from './dates/pages/cancel-session-page.tsx'
import type { OnFinished } from './drafts/finish-draft.ts'
import { beginChange } from './drafts/keep-draft.ts'
import { planRoutes } from './drafts/plan-routes.tsx'
import { checkRoutes } from './offers/check-routes.tsx'
import { onlineRoutes } from './offers/online-routes.tsx'
import { OfferActions, type OfferNews, StaffOfferPage } from './offers/pages/staff-offer-page.tsx'
import { ProgrammeActions, StaffProgrammePage } from './offers/pages/staff-programme-page.tsx'
import { publishOffer, takeOffOffer } from './offers/publish-offer.ts'
import { readProgramme, readStaffOffer } from './offers/read-planned.ts'
import { recordingRoutes } from './recordings/recording-routes.tsx'
import { seasonRoutes } from './seasons/season-routes.tsx'
import { staffPaths } from './staff-paths.ts'
import { glossaryRoutes } from './translations/glossary/glossary-routes.tsx'
import { translationRoutes } from './translations/translation-routes.tsx'

const forLeads = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'programme' } as const

/** Where a centre plans its programme. */
export const planningRoutes = (routes: PageRoutes, onFinished: OnFinished, engine?: TranslationEngine) => {
  routes.get('/staff/programme', forLeads, async c => {
    const { context, wording } = c.var
    const programme = await readProgramme(context, c.req.query('centre'))
    const news = oneOf(['kept', 'discarded'] as const, c.req.query('news'))
    return c.render(<StaffProgrammePage {...programme} {...{ wording, news }} />, {
      ...{ ...frame, title: wording.t('programme.staff.title'), subline: programme.centre.name },
      actions: <ProgrammeActions wording={wording} centre={programme.centre} />,
    })
  })

  planRoutes(routes, onFinished)
  seasonRoutes(routes)
  checkRoutes(routes)
  glossaryRoutes(routes)
  translationRoutes(routes, engine)
  closingRoutes(routes)
  onlineRoutes(routes)
  recordingRoutes(routes)
  dateRoutes(routes)
  offerRoutes(routes)
  cancelRoutes(routes)
}

const offerRoutes = (routes: PageRoutes) => {
  routes.get('/staff/programme/:slug', forLeads, c => {
    const news = oneOf(offerNews, c.req.query('news'))
    return showOffer(c, slugFrom(c.req.param('slug')), news && { news })
  })

  routes.post('/staff/programme/:slug/change', forLeads, async c => {
    const { context } = c.var
    return c.redirect(
      staffPaths.goOn(context.language, await beginChange(context, slugFrom(c.req.param('slug')))),
      303,
    )
  })

  routes.post('/staff/programme/:slug/publish', forLeads, async c => {
    const { outcome } = await publishOffer(c.var.context, slugFrom(c.req.param('slug')))
    return toOffer(c, slugFrom(c.req.param('slug')), outcome)
  })

  routes.post('/staff/programme/:slug/take-off', forLeads, async c => {
    const outcome = await takeOffOffer(c.var.context, slugFrom(c.req.param('slug')))
    if (outcome.outcome === 'taken-off') return toOffer(c, slugFrom(c.req.param('slug')), 'taken-off')
    return showOffer(
      c,
      slugFrom(c.req.param('slug')),
      { news: 'awaited', registrations: outcome.registrations },
      409,
    )
  })
}

const cancelRoutes = (routes: PageRoutes) => {
  routes.get('/staff/sessions/:id/cancel', forLeads, c => showCancelling(c, { values: {}, problems: {} }))

  routes.post('/staff/sessions/:id/takes-place', forLeads, async c => {
    const { context } = c.var
    const { outcome, offerSlug } = await letTakePlace(context, idFrom(c.req.param('id')))
    return c.redirect(`${jointPaths.plan(context.language, offerSlug)}?news=${outcome}`, 303)
  })

  routes.post('/staff/sessions/:id/cancel', forLeads, async c => {
    const { context } = c.var
    const sessionId = idFrom(c.req.param('id'))
    const form = await c.req.formData()
    const typed = parseForm(form, cancelForm)
    if (!typed.ok) return showCancelling(c, { values: valuesOf(form), problems: typed.problems }, 422)
    await cancelSession(context, { sessionId, ...typed.value })
    return c.redirect(staffPaths.cancel(context.language, sessionId), 303)
  })
}

const showOffer = async (c: Page, slug: string, news: OfferNews | undefined, status: 200 | 409 = 200) => {
  const { context, wording } = c.var
  const { offer, sessions } = await readStaffOffer(context, slug)
  const toTell = offer.registration === 'none' ? 0 : await countToTell(context, offer.id)
  c.status(status)
  return c.render(
    <StaffOfferPage
      {...{ wording, offer, sessions, toTell, news }}
      areAllShown={c.req.query('all') === 'yes'}
    />,
    {
      ...{ ...frame, title: offer.title },
      back: { href: staffPaths.programme(wording.language), label: wording.t('programme.staff.title') },
      heading: <InLanguage spoken={{ text: offer.title, language: offer.titleLanguage }} wording={wording} />,
      subline: wording.t(`programme.staff.state.${offer.state}`),
      actions: <OfferActions wording={wording} offer={offer} />,
    },
  )
}

type Typed = { values: FormValues; problems: FormProblems }

const showCancelling = async (c: Page, typed: Typed, status: 200 | 422 = 200) => {
  const { context, wording } = c.var
  const { session, told, obstacle } = await previewCancelling(context, idFrom(c.req.param('id')))
  const { offer } = await readStaffOffer(context, session.offerSlug)
  c.status(status)
  const shown = { wording, session, told }
  const page =
    obstacle === 'already-cancelled' ? (
      <CancelledSessionPage {...shown} />
    ) : obstacle === 'over' ? (
      <OverSessionPage {...shown} />
    ) : (
      <CancelSessionPage {...shown} {...typed} />
    )
  return c.render(page, {
    ...{ ...frame, title: wording.t('programme.staff.cancel.title') },
    subline: (
      <>
        <InLanguage spoken={{ text: offer.title, language: offer.titleLanguage }} wording={wording} /> ·{' '}
        {wording.moment(session.startsAt)}
      </>
    ),
  })
}

const offerNews = [
  ...(['planned', 'saved', 'published', 'taken-off', 'changed', 'changed-meanwhile'] as const),
  ...(['dates-changed', 'held-again', 'care-undecided'] as const),
] as const

const toOffer = (c: Page, slug: string, news: (typeof offerNews)[number]) =>
  c.redirect(`${staffPaths.offer(c.var.context.language, slug)}?news=${news}`, 303)
