import { listCentres } from '../centres/index.ts'
import { forWhoeverWorksHere, nobodysDesk, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import {
  type Answers,
  askedAboutSince,
  grantProposedWish,
  readProposed,
  valuesToPropose,
} from '../planning/index.ts'
import { TooOften } from '../platform/refusals.ts'
import { type FormProblems, type FormValues, parseValues, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { sayStillRight } from './ask-partners.ts'
import { noteForm } from './forms.ts'
import { type Opened, openPartner, readOwn, readOwnOffer, readOwnProposal } from './own-page.ts'
import { GonePage, OwnPage } from './pages/own-page.tsx'
import { ProposePage } from './pages/propose-page.tsx'
import { paths } from './paths.ts'
import { titleOf } from './proposal.ts'
import { mend, propose, readAnswersOf, takeBack } from './propose.ts'
import { staffRoutes } from './staff-routes.tsx'

const news = ['sent', 'mended', 'taken-back', 'approved-meanwhile', 'still-right'] as const

// A partner may send the programme of a whole season; a script that found a link may not fill the list.
const mayProposeOften = sharedRateLimit({ name: 'proposal', times: 30, seconds: 3600 })

/** The page of a partner behind its link, without an account; and where leads decide. */
export const proposalsRoutes = (routes: PageRoutes) => {
  routes.get('/partner/:link', forWhoeverWorksHere, c =>
    atLink(c, async opened => {
      const { context, wording } = c.var
      const [own, centres] = await Promise.all([readOwn(deskOf(c, opened), opened), listCentres(context)])
      const centre = centres.find(({ id }) => id === opened.partner.centreId)
      const said = oneOf(news, c.req.query('news'))
      return show(
        c,
        <OwnPage
          {...{ ...own, partner: opened.partner, link: linkOf(c), news: said, wording }}
          askedSince={askedAboutSince(todayIn(context))}
          centreName={centre?.name ?? ''}
        />,
      )
    }),
  )

  routes.get('/partner/:link/new', forWhoeverWorksHere, c =>
    atLink(c, () => showForm(c, { values: valuesToPropose(), problems: {} })),
  )

  routes.post('/partner/:link/new', forWhoeverWorksHere, c =>
    atLink(c, opened => send(c, {}, sent => proposeAt(c, opened, null, sent))),
  )

  routes.get('/partner/:link/offers/:offerId', forWhoeverWorksHere, c =>
    atLink(c, async opened => {
      const { offerId: id, title } = await readOwnOffer(
        deskOf(c, opened),
        opened,
        idFrom(c.req.param('offerId')),
      )
      const answers = await readAnswersOf(deskOf(c, opened), id)
      return showForm(c, { values: valuesToPropose(answers), problems: {}, title })
    }),
  )

  routes.post('/partner/:link/offers/:offerId', forWhoeverWorksHere, c =>
    atLink(c, async opened => {
      const { offerId: id, title } = await readOwnOffer(
        deskOf(c, opened),
        opened,
        idFrom(c.req.param('offerId')),
      )
      const { places } = await readAnswersOf(deskOf(c, opened), id)
      return send(c, { title, places }, sent => proposeAt(c, opened, id, sent))
    }),
  )

  routes.post('/partner/:link/offers/:offerId/still-right', forWhoeverWorksHere, c =>
    atLink(c, async opened => {
      await sayStillRight(deskOf(c, opened), opened, idFrom(c.req.param('offerId')))
      return toOwn(c, 'still-right')
    }),
  )

  routes.get('/partner/:link/proposals/:id', forWhoeverWorksHere, c =>
    atLink(c, async opened => {
      const proposal = await readOwnProposal(deskOf(c, opened), opened, idFrom(c.req.param('id')))
      const values = { ...valuesToPropose(proposal.answers), note: proposal.note }
      return showForm(c, { values, problems: {}, title: titleOf(proposal), reason: proposal.reason })
    }),
  )

  routes.post('/partner/:link/proposals/:id', forWhoeverWorksHere, c =>
    atLink(c, async opened => {
      const desk = deskOf(c, opened)
      const proposal = await readOwnProposal(desk, opened, idFrom(c.req.param('id')))
      const { places } = proposal.answers
      const about = { title: titleOf(proposal), reason: proposal.reason, places }
      return send(c, about, async ({ answers, note }) =>
        (await mend(desk, opened, { id: proposal.id, answers, note })) ? 'mended' : 'approved-meanwhile',
      )
    }),
  )

  routes.post('/partner/:link/proposals/:id/take-back', forWhoeverWorksHere, c =>
    atLink(c, async opened => {
      const isGone = await takeBack(deskOf(c, opened), opened, idFrom(c.req.param('id')))
      return toOwn(c, isGone ? 'taken-back' : 'approved-meanwhile')
    }),
  )

  staffRoutes(routes)
}

const linkOf = (c: Page) => c.req.param('link') ?? ''
const deskOf = (c: Page, { partner }: Opened) => c.var.atDesk(partner)

/** Only whose link still holds is answered; everybody else is told where a new one comes from. */
const atLink = async (c: Page, answer: (opened: Opened) => Response | Promise<Response>) => {
  const opened = await openPartner(c.var.atDesk(nobodysDesk), linkOf(c))
  if (opened) return answer(opened)
  c.status(410)
  return show(c, <GonePage wording={c.var.wording} />)
}

type About = { title?: string; reason?: string; places?: Answers['places'] }
type Sent = { answers: Answers; note: string; renderingKey: string }

/** Reads the sent page: one slot more or less shows it again, a fault does so with what is wrong. */
const send = async (c: Page, about: About, take: (sent: Sent) => Promise<(typeof news)[number] | Again>) => {
  const sent = valuesOf(await c.req.formData())
  const wished = grantProposedWish(sent)
  if (wished) return showForm(c, { ...about, values: wished, problems: {} })
  const read = readProposed(withoutNote(sent), about.places)
  const noted = parseValues(sent, noteForm)
  if (!read.ok || !noted.ok) {
    const problems = { ...(read.ok ? {} : read.problems), ...(noted.ok ? {} : noted.problems) }
    return showForm(c, { ...about, values: sent, problems })
  }
  const outcome = await take({ answers: read.answers, ...noted.value })
  return typeof outcome === 'string'
    ? toOwn(c, outcome)
    : showForm(c, { ...about, values: sent, problems: outcome.problems })
}

type Again = { problems: FormProblems }

const proposeAt = async (c: Page, opened: Opened, offerId: string | null, sent: Sent) => {
  if (!(await mayProposeOften(c, opened.partner.partnerId))) throw new TooOften()
  const { outcome } = await propose(deskOf(c, opened), opened, { offerId, ...sent })
  return outcome === 'sent' ? outcome : { problems: { form: outcome } }
}

const withoutNote = ({ note: _, renderingKey: __, ...values }: FormValues): FormValues => values

const toOwn = (c: Page, said: (typeof news)[number]) =>
  c.redirect(`${paths.own(c.var.wording.language, linkOf(c))}?news=${said}`, 303)

type Shown = About & { values: FormValues; problems: FormProblems }

const showForm = (c: Page, { values, problems, title, reason = '' }: Shown) => {
  const { context, wording } = c.var
  if (Object.keys(problems).length > 0) c.status(problems.form ? 409 : 422)
  return show(
    c,
    <ProposePage
      {...{ values, problems, reason, wording, link: linkOf(c) }}
      heading={title ?? wording.t('proposals.form.title')}
      action={new URL(c.req.url).pathname}
      renderingKey={newSecret()}
      languages={context.city.languages}
    />,
  )
}

const show = (c: Page, content: Parameters<Page['render']>[0]) =>
  showPrivately(c, content, { title: c.var.wording.t('proposals.title') })
