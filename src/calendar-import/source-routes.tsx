import { ledCentre, ledCentres } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { type FormProblems, type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { sourceForm } from './forms.ts'
import { addSource, readOneSource, settleEvent, stopSource, takeEvents } from './keep-source.ts'
import { SourcePage } from './pages/source-page.tsx'
import { paths } from './paths.ts'

const forLeads = forRoles('centre-lead')

type Again = (c: Page, values: FormValues, problems: FormProblems) => Response | Promise<Response>

/** The calendars that are read again and again: adding one, looking through it, and stopping it. */
export const sourceRoutes = (routes: PageRoutes, showAgain: Again) => {
  routes.post('/staff/calendar-import/sources', forLeads, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const typed = parseForm(form, sourceForm)
    if (!typed.ok) return showAgain(c, valuesOf(form), typed.problems)
    const { centreId, providerId } = centre
    const added = await addSource(context, { ...typed.value, centreId, providerId })
    if (added.outcome === 'added')
      return c.redirect(`${paths.source(context.language, added.id)}?done=added`, 303)
    const problem = added.outcome === 'fault' ? `${added.code} ${added.about}`.trim() : added.outcome
    return showAgain(c, valuesOf(form), { address: problem })
  })

  routes.get('/staff/calendar-import/sources/:id', forLeads, async c => {
    const { context, wording } = c.var
    const found = await readOneSource(context, idOf(c))
    const done = oneOf(['added', 'taken', 'settled'] as const, c.req.query('done'))
    return c.render(<SourcePage {...{ ...found, wording, done }} timeZone={context.city.timeZone} />, {
      ...{ frame: 'staff', current: 'programme', title: found.source.name },
      subline: wording.t('calendarImport.title'),
    })
  })

  routes.post('/staff/calendar-import/sources/:id/take', forLeads, async c => {
    const form = await c.req.formData()
    await takeEvents(c.var.context, idOf(c), new Set(form.getAll('events[]').map(String)))
    return back(c, 'taken')
  })

  routes.post('/staff/calendar-import/sources/:id/settle', forLeads, async c => {
    const form = await c.req.formData()
    await settleEvent(c.var.context, idOf(c), idFrom(textOf(form, 'event')))
    return back(c, 'settled')
  })

  routes.post('/staff/calendar-import/sources/:id/stop', forLeads, async c => {
    const { context } = c.var
    const { centreId } = await stopSource(context, idOf(c))
    const centre = orNotFound((await ledCentres(context)).find(({ id }) => id === centreId))
    return c.redirect(paths.page(context.language, centre.slug), 303)
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const back = (c: Page, done: 'taken' | 'settled') =>
  c.redirect(`${paths.source(c.var.context.language, idOf(c))}?done=${done}`, 303)
