import { ledCentre } from '../centres/index.ts'
import { type CodeFault, readCode, statusOfFault } from '../codes/index.ts'
import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { listPartners } from '../network/index.ts'
import { type FormProblems, type FormValues, parseForm, textOf } from '../platform/web/form.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { doorForm, inviteForm } from './forms.ts'
import { invite } from './invite.ts'
import { type InvitationNews, InvitationsPage, invitationNews } from './pages/invitations-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { paths } from './paths.ts'
import { readDates, readDoorPicture, readInvitations } from './read-invitations.ts'
import { redeem } from './redeem.ts'
import { showDoor, takeDoorDown } from './show-door.ts'
import { takeBack } from './take-back.ts'

const forTeam = forRoles('centre-lead')
const mayTryCodes = sharedRateLimit({ name: 'invitation-code-desk', times: 60, seconds: 600 })

/** What partners hand on, and counting who came by it. */
export const invitationsRoutes = (routes: PageRoutes) => {
  routes.get('/staff/invitations', forTeam, c => showPage(c, { centre: c.req.query('centre') }))

  routes.post('/staff/invitations', forTeam, async c => {
    const form = await c.req.formData()
    const centre = await centreOf(c, form)
    const parsed = parseForm(form, inviteForm)
    if (!parsed.ok)
      return showPage(c, { centre: centre.slug, typed: parsed.values, problems: parsed.problems })
    await invite(c.var.context, centre, parsed.value)
    return back(c, 'printed', centre.slug)
  })

  routes.post('/staff/invitations/code', forTeam, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showPage(c, { codeFault: reading })
    const redeemed = await redeem(c.var.context, reading.code)
    if (redeemed.outcome === 'counted') return back(c, 'counted')
    const countsAt = redeemed.outcome === 'elsewhere' ? redeemed.centre : undefined
    return showPage(c, { codeFault: { problem: 'code', typed: reading.code }, countsAt })
  })

  routes.post('/staff/invitations/:id/take-back', forTeam, async c => {
    await takeBack(c.var.context, idFrom(c.req.param('id')))
    return back(c, 'taken-back')
  })

  routes.post('/staff/invitations/door', forTeam, async c => {
    const form = await c.req.formData()
    const centre = await centreOf(c, form)
    const parsed = parseForm(form, doorForm)
    if (!parsed.ok)
      return showPage(c, { centre: centre.slug, typed: parsed.values, problems: parsed.problems })
    const photograph = await fileOf(form)
    const { outcome } = await showDoor(c.var.context, centre, { photograph, looks: parsed.value.looks })
    return outcome === 'shown'
      ? back(c, 'door-shown', centre.slug)
      : showPage(c, { centre: centre.slug, problems: { picture: outcome } })
  })

  routes.post('/staff/invitations/door/take-down', forTeam, async c => {
    const centre = await centreOf(c, await c.req.formData())
    await takeDoorDown(c.var.context, centre)
    return back(c, 'door-taken-down', centre.slug)
  })

  routes.get('/staff/invitations/doors/:slug', forTeam, async c => {
    const { centre } = await ledCentre(c.var.context, slugFrom(c.req.param('slug')))
    const bytes = await readDoorPicture(c.var.context, centre)
    return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/jpeg' })
  })
}

const centreOf = async (c: Page, form: FormData) =>
  (await ledCentre(c.var.context, textOf(form, 'centre'))).centre

/** A browser sends an empty file where none was chosen. */
const fileOf = async (form: FormData) => {
  const sent = form.get('picture')
  return sent instanceof File && sent.size > 0 ? sent.bytes() : undefined
}

const back = (c: Page, news: InvitationNews, centre?: string) =>
  c.redirect(paths.list(c.var.context.language, { ...(centre && { centre }), news }), 303)

type Shown = {
  centre?: string | undefined
  typed?: FormValues
  problems?: FormProblems
  codeFault?: CodeFault
  countsAt?: string | undefined
}

const showPage = async (c: Page, { centre: slug, typed, problems = {}, codeFault, countsAt }: Shown) => {
  const { context, wording } = c.var
  const { centre, centres } = await ledCentre(context, slug)
  if (codeFault) c.status(statusOfFault(codeFault))
  if (Object.keys(problems).length > 0) c.status(422)
  const [shown, dates, partners] = await Promise.all([
    readInvitations(context, centre),
    readDates(context, centre.slug),
    listPartners(context),
  ])
  return c.render(
    <InvitationsPage
      {...{ ...shown, centre, centres, dates, typed, codeFault, countsAt, wording }}
      partners={partners.filter(({ centreId }) => centreId === centre.id)}
      errors={sentencesFor(problems, wording)}
      news={oneOf(invitationNews, c.req.query('news'))}
      languages={context.city.languages}
    />,
    { frame: 'staff', current: 'invitations', title: wording.t('invitations.title') },
  )
}
