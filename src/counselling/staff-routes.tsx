import { ledCentre, ledCentres } from '../centres/index.ts'
import { type Context, forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { LinkButton } from '../platform/design/index.ts'
import { NotFound } from '../platform/refusals.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { cameForm, hoursForm, readDay } from './forms.ts'
import { markCame } from './mark-came.ts'
import { offerHours } from './offer-hours.ts'
import { HoursPage } from './pages/hours-page.tsx'
import { WeekPage } from './pages/week-page.tsx'
import { sentencesFor } from './pages/words.tsx'
import { paths } from './paths.ts'
import { listHours, listWeek, talliesOfYear } from './read-consultations.ts'
import { withdrawHours } from './withdraw-hours.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'counselling' } as const

/** Hours of the own centre, and who comes. */
export const staffRoutes = (routes: PageRoutes) => {
  routes.get('/staff/counselling', forTeam, async c => {
    const { context, wording } = c.var
    const start = c.req.query('lately') ? daysAgo(6, context) : todayIn(context)
    const first = readDay(c.req.query('day')) ?? start
    const [booked, tallies] = await Promise.all([listWeek(context, first), talliesOfYear(context)])
    const { now, city } = context
    const page = { first, booked, tallies, now, wording, timeZone: city.timeZone }
    return c.render(<WeekPage {...page} news={oneOf(['too-early'], c.req.query('news'))} />, {
      ...{ ...frame, title: wording.t('counselling.week.title') },
      actions: (
        <LinkButton href={paths.hours(context.language)}>{wording.t('counselling.hours.title')}</LinkButton>
      ),
    })
  })

  routes.post('/staff/counselling/bookings/:id', forTeam, async c => {
    const id = idFrom(c.req.param('id'))
    const parsed = parseForm(await c.req.formData(), cameForm)
    // Only buttons of ours send this form; whatever else comes is about nothing that exists.
    if (!parsed.ok) throw new NotFound()
    const { outcome } = await markCame(c.var.context, id, parsed.value.came === 'yes')
    const back = paths.day(c.var.context.language, parsed.value.day)
    return c.redirect(outcome === 'marked' ? back : `${back}&news=${outcome}`, 303)
  })

  routes.get('/staff/counselling/hours', forTeam, c => showHours(c))

  routes.post('/staff/counselling/hours', forTeam, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const parsed = parseForm(form, hoursForm)
    if (!parsed.ok) return showHours(c, valuesOf(form), parsed.problems)
    const { centre: slug, ...hours } = parsed.value
    const { centre } = await ledCentre(context, slug || undefined)
    const offered = await offerHours(context, centre, hours)
    return offered.outcome === 'offered'
      ? c.redirect(`${paths.hours(context.language)}?news=offered`, 303)
      : showHours(c, valuesOf(form), { starts: offered.outcome })
  })

  routes.post('/staff/counselling/hours/:id/withdraw', forTeam, async c => {
    const { toCall } = await withdrawHours(c.var.context, idFrom(c.req.param('id')))
    const { language } = c.var.context
    return c.redirect(`${paths.hours(language)}?news=${toCall > 0 ? 'call' : 'withdrawn'}`, 303)
  })
}

const daysAgo = (days: number, context: Context) => todayIn(context).subtract({ days })

const showHours = async (c: Page, values: FormValues = {}, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const [centres, hours] = await Promise.all([ledCentres(context), listHours(context)])
  if (Object.keys(problems).length > 0) c.status(422)
  const news = oneOf(['offered', 'withdrawn', 'call'], c.req.query('news'))
  const today = todayIn(context)
  const errors = sentencesFor(problems, wording)
  return c.render(<HoursPage {...{ centres, hours, values, errors, news, today, wording }} />, {
    ...{ ...frame, title: wording.t('counselling.hours.title') },
  })
}
