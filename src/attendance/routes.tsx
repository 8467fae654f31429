import { randomUUID } from 'node:crypto'
import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { parseForm, parseValues } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import type { PageHead } from '../platform/web/page-head.ts'
import { type CountOutcome, countHeads, withdrawCount } from './count-heads.ts'
import { countForm, seenForm, withdrawForm } from './forms.ts'
import { counted, countThatHolds, nobody, whyNotCountable } from './head-count.ts'
import { CountedPage } from './pages/counted-page.tsx'
import { CounterPage, type CounterPageProps } from './pages/counter-page.tsx'
import { OfferTitle, whenAndWhere } from './pages/session-words.tsx'
import { UncountablePage } from './pages/uncountable-page.tsx'
import { UncountedPage } from './pages/uncounted-page.tsx'
import { paths } from './paths.ts'
import { openCounter, uncountedSessions } from './sessions-to-hold.ts'

const forThoseWhoCount = forRoles('centre-lead', 'course-leader')

export const attendanceRoutes = (routes: PageRoutes) => {
  routes.get('/staff/uncounted', forThoseWhoCount, async c => {
    const { context, wording } = c.var
    const sessions = await uncountedSessions(context)
    return c.render(<UncountedPage sessions={sessions} wording={wording} />, {
      ...{ frame: 'staff', current: 'today', title: wording.t('attendance.uncounted.title') },
      subline: wording.t('attendance.uncounted.subline'),
    })
  })

  routes.get('/staff/sessions/:id/count', forThoseWhoCount, async c => {
    const { context, wording } = c.var
    const { session, versions } = await openCounter(context, idFrom(c.req.param('id')))
    const count = countThatHolds(versions)
    const latest = versions.at(-1)
    if (!count) {
      const shown = { values: nobody, seenVersion: latest?.version ?? 0 }
      return showCounter(c, session, { ...shown, wasWithdrawn: latest !== undefined })
    }
    const isNew = c.req.query('done') === 'yes'
    const shown = {
      sessionId: session.id,
      kind: session.kind,
      count,
      versions,
      isNew,
      renderingKey: randomUUID(),
      wording,
    }
    return c.render(<CountedPage {...shown} />, headOf(c, session))
  })

  routes.get('/staff/sessions/:id/count/correct', forThoseWhoCount, async c => {
    const { session, versions } = await openCounter(c.var.context, idFrom(c.req.param('id')))
    const latest = versions.at(-1)
    return showCounter(c, session, { values: latest?.heads ?? nobody, seenVersion: latest?.version ?? 0 })
  })

  routes.post('/staff/sessions/:id/count', forThoseWhoCount, async c => {
    const { context } = c.var
    const sessionId = idFrom(c.req.param('id'))
    const form = parseForm(await c.req.formData(), countForm)
    if (!form.ok) {
      const { session } = await openCounter(context, sessionId)
      const typed = Object.fromEntries(counted.map(field => [field, String(form.values[field] ?? '')]))
      const values = { ...nobody, ...typed }
      const seen = parseValues(form.values, seenForm)
      const seenVersion = seen.ok ? seen.value.seenVersion : 0
      return showCounter(c, session, { values, seenVersion, problems: form.problems }, 422)
    }
    const { seenVersion, renderingKey, ...heads } = form.value
    const outcome = await countHeads(context, { sessionId, heads, seenVersion, renderingKey })
    return answer(c, sessionId, outcome, heads)
  })

  routes.post('/staff/sessions/:id/count/withdraw', forThoseWhoCount, async c => {
    const sessionId = idFrom(c.req.param('id'))
    const form = parseForm(await c.req.formData(), withdrawForm)
    if (!form.ok) return c.redirect(paths.count(c.var.context.language, sessionId), 303)
    return answer(c, sessionId, await withdrawCount(c.var.context, { sessionId, ...form.value }), nobody)
  })
}

type Opened = Awaited<ReturnType<typeof openCounter>>['session']
type Shown = Omit<CounterPageProps, 'wording' | 'action' | 'renderingKey' | 'kind'>

const showCounter = (c: Page, session: Opened, shown: Shown, status: 200 | 409 | 422 = 200) => {
  const { context, wording } = c.var
  const why = whyNotCountable(session, context.now)
  c.status(why ? 409 : status)
  if (why) return c.render(<UncountablePage {...{ session, why, wording }} />, headOf(c, session))
  const { id, kind } = session
  const form = { action: paths.count(context.language, id), renderingKey: randomUUID(), kind }
  return c.render(<CounterPage {...form} {...shown} wording={wording} />, {
    ...headOf(c, session),
    scripts: ['count-stepper.js'],
  })
}

const answer = async (c: Page, sessionId: string, outcome: CountOutcome, typed: typeof nobody) => {
  const { context } = c.var
  switch (outcome.outcome) {
    case 'counted':
    case 'already-sent':
      return c.redirect(`${paths.count(context.language, sessionId)}?done=yes`, 303)
    case 'counted-meanwhile': {
      const { session } = await openCounter(context, sessionId)
      const meanwhile = outcome.latest
      return showCounter(c, session, { values: typed, seenVersion: meanwhile.version, meanwhile }, 409)
    }
    case 'cancelled':
    case 'not-started': {
      const { session } = await openCounter(context, sessionId)
      return showCounter(c, session, { values: typed, seenVersion: 0 }, 409)
    }
  }
}

const headOf = (c: Page, session: Opened): PageHead => {
  const { context, wording } = c.var
  return {
    ...{ frame: 'staff', current: 'today' },
    title: wording.t('attendance.title', { offer: session.title }),
    heading: <OfferTitle of={session} wording={wording} />,
    subline: whenAndWhere(session, todayIn(context), wording),
  }
}
