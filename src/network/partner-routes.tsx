import { ledCentre, ledCentres } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { Cluster, LinkButton } from '../platform/design/index.ts'
import { type FormProblems, type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { addPartner } from './add-partner.ts'
import { changePartner } from './change-partner.ts'
import { agreementForm, contactForm, partnerForm } from './forms.ts'
import { nameContact, takeOutContact } from './name-contact.ts'
import { NewPartnerPage } from './pages/new-partner-page.tsx'
import { PartnerPage } from './pages/partner-page.tsx'
import { PartnersPage } from './pages/partners-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { paths } from './paths.ts'
import { listPartners, readPartner } from './read-network.ts'
import { signAgreement, withdrawAgreement } from './sign-agreement.ts'
import { takeOutPartner } from './take-out-partner.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'network' } as const
const news = ['added', 'changed', 'signed', 'named', 'gone', 'has-tasks'] as const

/** With whom the own centre works: the list, and everything about one partner. */
export const partnerRoutes = (routes: PageRoutes) => {
  routes.get('/staff/network', forTeam, async c => {
    const { context, wording } = c.var
    const { language } = context
    const isGone = c.req.query('news') === 'taken-out'
    const partners = await listPartners(context)
    return c.render(<PartnersPage {...{ partners, isGone, wording }} today={todayIn(context)} />, {
      ...{ ...frame, title: wording.t('network.partners.title') },
      actions: (
        <Cluster>
          <LinkButton href={paths.meetings(language)}>{wording.t('network.meetings.title')}</LinkButton>
          <LinkButton href={paths.newPartner(language)} kind="primary">
            {wording.t('network.partners.add')}
          </LinkButton>
        </Cluster>
      ),
    })
  })

  routes.get('/staff/network/new', forTeam, c => showNew(c))

  routes.post('/staff/network/new', forTeam, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const parsed = parseForm(form, partnerForm)
    if (!parsed.ok) return showNew(c, parsed.values, parsed.problems)
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const done = await addPartner(context, centre, parsed.value)
    if (done.outcome !== 'added') return showNew(c, valuesOf(form), { name: done.outcome })
    return c.redirect(`${paths.partner(context.language, done.id)}?news=added`, 303)
  })

  routes.get('/staff/network/:id', forTeam, c => showPartner(c))

  routes.post('/staff/network/:id', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, partnerForm)
    if (!parsed.ok) return showPartner(c, parsed.values, parsed.problems)
    const { outcome } = await changePartner(c.var.context, idOf(c), parsed.value)
    return outcome === 'changed' ? back(c, 'changed') : showPartner(c, valuesOf(form), { name: outcome })
  })

  routes.post('/staff/network/:id/take-out', forTeam, async c => {
    const { outcome } = await takeOutPartner(c.var.context, idOf(c))
    if (outcome === 'has-tasks') return back(c, 'has-tasks')
    return c.redirect(`${paths.partners(c.var.context.language)}?news=taken-out`, 303)
  })

  routes.post('/staff/network/:id/agreements', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, agreementForm)
    if (!parsed.ok) return showPartner(c, parsed.values, parsed.problems)
    const { outcome } = await signAgreement(c.var.context, idOf(c), parsed.value)
    return outcome === 'signed' ? back(c, 'signed') : showPartner(c, valuesOf(form), { from: outcome })
  })

  routes.post('/staff/network/:id/agreements/:agreementId/withdraw', forTeam, async c => {
    await withdrawAgreement(c.var.context, idOf(c), idFrom(c.req.param('agreementId')))
    return back(c, 'gone')
  })

  routes.post('/staff/network/:id/contacts', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, contactForm)
    if (!parsed.ok) return showPartner(c, parsed.values, parsed.problems)
    const { contactName: name, ...contact } = parsed.value
    const { outcome } = await nameContact(c.var.context, idOf(c), { name, ...contact })
    return outcome === 'named' ? back(c, 'named') : showPartner(c, valuesOf(form), { contactName: outcome })
  })

  routes.post('/staff/network/:id/contacts/:contactId/take-out', forTeam, async c => {
    await takeOutContact(c.var.context, idOf(c), idFrom(c.req.param('contactId')))
    return back(c, 'gone')
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const back = (c: Page, what: (typeof news)[number]) =>
  c.redirect(`${paths.partner(c.var.context.language, idOf(c))}?news=${what}`, 303)

const showNew = async (c: Page, typed: FormValues = {}, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  if (Object.keys(problems).length > 0) c.status(422)
  const form = { typed, errors: sentencesFor(problems, wording), languages: context.city.languages }
  return c.render(<NewPartnerPage centres={await ledCentres(context)} {...form} wording={wording} />, {
    ...{ ...frame, title: wording.t('network.partners.add') },
  })
}

const showPartner = async (c: Page, typed?: FormValues, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const shown = await readPartner(context, idOf(c))
  if (Object.keys(problems).length > 0) c.status(422)
  const form = { typed, errors: sentencesFor(problems, wording), languages: context.city.languages }
  const what = oneOf(news, c.req.query('news'))
  return c.render(<PartnerPage {...{ ...shown, ...form, what, wording }} today={todayIn(context)} />, {
    ...{ ...frame, title: shown.partner.name },
  })
}
