import * as v from 'valibot'
import { forRoles, type Page, type PageRoutes } from '../../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../../platform/web/form.ts'
import { chosen, date, optionalDate } from '../../platform/web/form-fields.ts'
import { idFrom } from '../../platform/web/id.ts'
import { partnerId } from '../plan/forms.ts'
import { closingReasons } from '../series/series.ts'
import { staffPaths } from '../staff-paths.ts'
import { closeOn, openAgain, readClosingDays } from './closing-days.ts'
import { ClosingDaysPage } from './pages/closing-days-page.tsx'

const closingForm = v.pipe(
  v.object({ firstOn: date, lastOn: optionalDate, reason: chosen(closingReasons), partnerId }),
  v.forward(
    v.check(
      ({ firstOn, lastOn }) => lastOn === null || Temporal.PlainDate.compare(lastOn, firstOn) >= 0,
      'last-before-first',
    ),
    ['lastOn'],
  ),
  v.forward(
    // The longest: two months, as the table says.
    v.check(({ firstOn, lastOn }) => lastOn === null || firstOn.until(lastOn).days <= 60, 'too-large'),
    ['lastOn'],
  ),
)

/** Where a lead enters when her centre or a partner is closed. */
export const closingRoutes = (routes: PageRoutes) => {
  const forLeads = forRoles('centre-lead')

  routes.get('/staff/programme/closing-days', forLeads, c => showClosings(c))

  routes.post('/staff/programme/closing-days', forLeads, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const typed = parseForm(form, closingForm)
    const values = valuesOf(form)
    if (!typed.ok) return showClosings(c, { values, problems: typed.problems })
    const centre = c.req.query('centre')
    const { outcome } = await closeOn(context, centre, typed.value)
    if (outcome === 'overlaps') return showClosings(c, { values, problems: {}, overlaps: true })
    return c.redirect(staffPaths.closingDays(context.language, centre), 303)
  })

  routes.post('/staff/programme/closing-days/:id/remove', forLeads, async c => {
    const { context } = c.var
    const { centreSlug } = await openAgain(context, idFrom(c.req.param('id')))
    return c.redirect(staffPaths.closingDays(context.language, centreSlug), 303)
  })
}

type Typed = { values: FormValues; problems: FormProblems; overlaps?: boolean }

const showClosings = async (c: Page, typed?: Typed) => {
  const { context, wording } = c.var
  const days = await readClosingDays(context, c.req.query('centre'))
  const { values, problems, overlaps = false } = typed ?? { values: {}, problems: {} }
  if (typed) c.status(overlaps ? 409 : 422)
  return c.render(<ClosingDaysPage {...days} {...{ wording, values, problems, overlaps }} />, {
    ...{ frame: 'staff', current: 'programme' },
    title: wording.t('programme.staff.closing.title'),
    back: {
      href: staffPaths.programme(wording.language, days.centre.slug),
      label: wording.t('programme.staff.title'),
    },
    subline: days.centre.name,
  })
}
