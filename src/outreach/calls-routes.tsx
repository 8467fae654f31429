import { forRoles, forSignedIn, type Page, type PageRoutes } from '../identity/index.ts'
import { type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { passOn, readCalls } from './calls.ts'
import { chosenIn } from './forms.ts'
import { handOver } from './letters.ts'
import { CallsPage, type NewsOfCalls, newsOfCalls } from './pages/calls-page.tsx'
import { paths } from './paths.ts'
import { choosePhoneHours, readPhoneHours } from './phone-hours/choose-phone-hours.ts'
import { phoneHoursForm } from './phone-hours/phone-hours.ts'
import type { ReachableHours } from './reachable-hours.ts'

const forLeads = forRoles('centre-lead')

/** Whom staff have to call or hand a letter, and when telephones of their centre ring. */
export const callsRoutes = (routes: PageRoutes, usual: ReachableHours) => {
  routes.get('/staff/calls', forSignedIn, c => show(c, usual))

  routes.post('/staff/letters', forSignedIn, async c => {
    const { ids, fault } = chosenIn(await c.req.formData())
    const news: NewsOfCalls = fault ?? (await handOver(c.var.context, ids)).outcome
    return c.redirect(`${paths.calls(c.var.context.language)}?news=${news}`, 303)
  })

  routes.post('/staff/calls/:id', forSignedIn, async c => {
    await passOn(c.var.context, idFrom(c.req.param('id')))
    return c.redirect(paths.calls(c.var.context.language), 303)
  })

  routes.post('/staff/calls/hours/:centreId', forLeads, async c => {
    const centreId = idFrom(c.req.param('centreId'))
    const form = await c.req.formData()
    const chosen = parseForm(form, phoneHoursForm)
    const isUsual = textOf(form, 'do') === 'usual'
    if (!chosen.ok && !isUsual) return show(c, usual, { centreId, typed: valuesOf(form) })
    await choosePhoneHours(c.var.context, centreId, isUsual || !chosen.ok ? undefined : chosen.value)
    return c.redirect(`${paths.calls(c.var.context.language)}?news=hours-set`, 303)
  })
}

const show = async (c: Page, usual: ReachableHours, sent?: { centreId: string; typed: FormValues }) => {
  const { context, wording } = c.var
  const after = c.req.query('after')
  const { calls, next } = await readCalls(context, { after: after === undefined ? undefined : idFrom(after) })
  // Colleagues passed on what stood there meanwhile; before it, some may still wait.
  if (after !== undefined && calls.length === 0) return c.redirect(paths.calls(context.language), 303)
  const phoneHours = await readPhoneHours(
    context,
    calls.map(({ centreId }) => centreId),
    usual,
  )
  const news = oneOf(newsOfCalls, c.req.query('news'))
  if (sent) c.status(422)
  return c.render(<CallsPage {...{ calls, next, news, phoneHours, usual, sent, wording }} />, {
    ...{ title: wording.t('outreach.calls.title'), frame: 'staff', current: 'calls' },
  })
}
