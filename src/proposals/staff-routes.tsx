import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { listPartners } from '../network/index.ts'
import { finishDraft, staffPaths } from '../planning/index.ts'
import { type FormProblems, type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { adopt, approveFinished, listProposals, readProposal, sendBack } from './decide.ts'
import { linkForm, sendBackForm } from './forms.ts'
import { makeLink, readLinks, revokeLinks } from './make-link.ts'
import { DecidePage } from './pages/decide-page.tsx'
import { LinkMadePage, ListPage } from './pages/list-page.tsx'
import { paths } from './paths.ts'
import { titleOf } from './proposal.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'proposals' } as const
const news = ['sent-back', 'approved', 'revoked', 'decided'] as const

/** Who may propose, what waits, and the decision on each. */
export const staffRoutes = (routes: PageRoutes) => {
  routes.get('/staff/proposals', forTeam, c => showList(c))

  routes.post('/staff/proposals/links', forTeam, async c => {
    const { context, wording } = c.var
    const form = await c.req.formData()
    const parsed = parseForm(form, linkForm)
    if (!parsed.ok) return showList(c, valuesOf(form), parsed.problems)
    const { link, language, ...made } = await makeLink(context, parsed.value)
    c.header('cache-control', 'no-store')
    return c.render(
      <LinkMadePage {...{ ...made, wording }} address={c.var.origin + paths.own(language, link)} />,
      { ...frame, title: wording.t('proposals.links.title') },
    )
  })

  routes.post('/staff/proposals/links/revoke', forTeam, async c => {
    await revokeLinks(c.var.context, idFrom(textOf(await c.req.formData(), 'partnerId')))
    return toList(c, 'revoked')
  })

  routes.get('/staff/proposals/:id', forTeam, c => showProposal(c))

  routes.post('/staff/proposals/:id/approve', forTeam, async c => {
    const { context } = c.var
    const seen = textOf(await c.req.formData(), 'seen') ?? ''
    const adopted = await adopt(context, idFrom(c.req.param('id')), seen)
    if (adopted.outcome === 'mended') return showProposal(c, { isMended: true })
    if (adopted.outcome !== 'adopted') return toList(c, adopted.outcome)
    const { draftId } = adopted
    const done = await finishDraft(context, { draftId, publish: true }, approveFinished)
    // What keeps it from being saved is said, and can be mended, where plans are checked.
    if (done.outcome !== 'planned' && done.outcome !== 'changed')
      return c.redirect(staffPaths.goOn(context.language, draftId), 303)
    return done.isWithheld
      ? c.redirect(`${staffPaths.offer(context.language, done.slug)}?news=care-undecided`, 303)
      : toList(c, 'approved')
  })

  routes.post('/staff/proposals/:id/edit', forTeam, async c => {
    const { context } = c.var
    const adopted = await adopt(context, idFrom(c.req.param('id')))
    return adopted.outcome === 'adopted'
      ? c.redirect(staffPaths.goOn(context.language, adopted.draftId), 303)
      : toList(c, 'decided')
  })

  routes.post('/staff/proposals/:id/send-back', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), sendBackForm)
    if (!parsed.ok) return showProposal(c, { problems: parsed.problems })
    await sendBack(c.var.context, idFrom(c.req.param('id')), parsed.value.reason)
    return toList(c, 'sent-back')
  })
}

const toList = (c: Page, what: (typeof news)[number]) =>
  c.redirect(`${paths.list(c.var.context.language)}?news=${what}`, 303)

const showList = async (c: Page, values: FormValues = {}, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const [proposals, partners, links] = await Promise.all([
    listProposals(context),
    listPartners(context),
    readLinks(context),
  ])
  if (Object.keys(problems).length > 0) c.status(422)
  return c.render(
    <ListPage
      {...{ proposals, partners, links, values, problems, wording }}
      languages={c.var.languages}
      news={oneOf(news, c.req.query('news'))}
    />,
    { ...frame, title: wording.t('proposals.list.title') },
  )
}

type Again = { problems?: FormProblems; isMended?: boolean }

const showProposal = async (c: Page, { problems = {}, isMended = false }: Again = {}) => {
  const { context, wording } = c.var
  const shown = await readProposal(context, idFrom(c.req.param('id')))
  if (Object.keys(problems).length > 0) c.status(422)
  if (isMended) c.status(409)
  const { proposal } = shown
  return c.render(<DecidePage {...{ ...shown, problems, isMended, wording }} />, {
    ...{ ...frame, title: titleOf(proposal) || wording.t('proposals.title') },
    back: { href: paths.list(wording.language), label: wording.t('proposals.list.title') },
    subline: (
      <>
        <bdi>{proposal.partnerName}</bdi> ·{' '}
        {wording.t(proposal.isNew ? 'proposals.own.new' : 'proposals.own.aChange')}
      </>
    ),
  })
}
