import { ledCentre } from '../centres/index.ts'
import { forRoles, hasRole, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { LinkButton } from '../platform/design/index.ts'
import { makePrivatePdf } from '../platform/pdf/make-pdf.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { chooseLevel } from './choose-level.ts'
import { countBox } from './count-box.ts'
import { countForm, doorForm, levelForm, moveForm, paymentForm, refundForm } from './forms.ts'
import { type CashOutcome, giveBack, moveCash, takeAtTheDoor, takePayment } from './keep-cash.ts'
import { BooksPage } from './pages/books-page.tsx'
import { type BoxForm, BoxPage, boxNews } from './pages/box-page.tsx'
import { EntryPage } from './pages/entry-page.tsx'
import { confirmationOf, receiptOf } from './pages/papers.ts'
import { PayersPage, payerNews } from './pages/payers-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { SheetPage } from './pages/sheet-page.tsx'
import { paths } from './paths.ts'
import { priceRoutes } from './price-routes.tsx'
import {
  readAttending,
  readBooks,
  readBox,
  readEntry,
  readPayer,
  readPayers,
  readSheet,
} from './read-fees.ts'

const forLeads = forRoles('centre-lead')
const forReaders = forRoles('centre-lead', 'provider-manager')
const frame = { frame: 'staff', current: 'fees' } as const

/** The cash box of the own centre, and the books a provider reads. */
export const feesStaffRoutes = (routes: PageRoutes) => {
  routes.get('/staff/fees', forReaders, async c => {
    const { context, wording } = c.var
    if (hasRole(context.actor, 'centre-lead')) {
      const { centre } = await ledCentre(context, undefined)
      return c.redirect(paths.box(context.language, centre.slug), 303)
    }
    return c.render(<BooksPage books={await readBooks(context)} wording={wording} />, {
      ...{ ...frame, title: wording.t('fees.books.title') },
    })
  })

  routes.get('/staff/fees/intakes/:intakeId', forLeads, c => showPayers(c, idFrom(c.req.param('intakeId'))))

  routes.post('/staff/fees/registrations/:id/payment', forLeads, async c => {
    const { context, wording } = c.var
    const registrationId = idFrom(c.req.param('id'))
    const form = await c.req.formData()
    const parsed = parseForm(form, paymentForm)
    const payer = await readPayer(context, registrationId)
    if (!payer) return c.notFound()
    const again = (problems: FormProblems) =>
      showPayers(c, payer.intakeId, { registrationId, typed: valuesOf(form), problems })
    if (!parsed.ok) return again(parsed.problems)
    const { amount: cents, renderingKey } = parsed.value
    const done = await takePayment(context, registrationId, { cents, renderingKey })
    if (done.outcome !== 'entered') return again({ amount: done.outcome })
    return c.redirect(`${paths.payers(wording.language, payer.intakeId)}?news=paid`, 303)
  })

  routes.post('/staff/fees/registrations/:id/level', forLeads, async c => {
    const { context, wording } = c.var
    const registrationId = idFrom(c.req.param('id'))
    const form = await c.req.formData()
    const parsed = parseForm(form, levelForm)
    const payer = await readPayer(context, registrationId)
    if (!payer) return c.notFound()
    const done = parsed.ok ? await chooseLevel(context, registrationId, parsed.value.level) : undefined
    if (done?.outcome !== 'chosen')
      return showPayers(c, payer.intakeId, {
        ...{ registrationId, typed: valuesOf(form), problems: { level: 'level' } },
      })
    return c.redirect(`${paths.payers(wording.language, payer.intakeId)}?news=noted`, 303)
  })

  routes.get('/staff/fees/registrations/:id/confirmation.pdf', forLeads, async c => {
    const { context, wording } = c.var
    const attending = await readAttending(context, idFrom(c.req.param('id')))
    return sendPdf(c, confirmationOf(attending, todayIn(context), wording), 'bildung-und-teilhabe')
  })

  routes.get('/staff/fees/entries/:id', forLeads, c => showEntry(c))

  routes.post('/staff/fees/entries/:id', forLeads, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, refundForm)
    if (!parsed.ok) return showEntry(c, valuesOf(form), parsed.problems)
    const { amount: cents, words, renderingKey } = parsed.value
    const done = await giveBack(c.var.context, idFrom(c.req.param('id')), { cents, words, renderingKey })
    if (done.outcome !== 'entered') return showEntry(c, valuesOf(form), { amount: done.outcome })
    return c.redirect(`${paths.entry(c.var.wording.language, done.entryId)}?news=new`, 303)
  })

  routes.get('/staff/fees/entries/:id/receipt.pdf', forLeads, async c => {
    const { entry, centre } = await readEntry(c.var.context, idFrom(c.req.param('id')))
    if (!entry.offerId) return c.notFound()
    return sendPdf(c, receiptOf(entry, centre, c.var.wording), `beleg-${entry.number}`)
  })

  routes.get('/staff/fees/:centre', forLeads, c => showBox(c))

  routes.post('/staff/fees/:centre/payment', forLeads, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, doorForm)
    if (!parsed.ok) return showBox(c, { form: 'take', typed: valuesOf(form), problems: parsed.problems })
    const { offer, amount: cents, renderingKey } = parsed.value
    const done = await takeAtTheDoor(c.var.context, offer, { cents, renderingKey })
    return afterCash(c, done, 'paid', { form: 'take', typed: valuesOf(form) })
  })

  routes.post('/staff/fees/:centre/move', forLeads, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const parsed = parseForm(form, moveForm)
    if (!parsed.ok) return showBox(c, { form: 'move', typed: valuesOf(form), problems: parsed.problems })
    const { centre } = await ledCentre(context, slugFrom(c.req.param('centre')))
    const { amount: cents, ...move } = parsed.value
    const done = await moveCash(context, centre, { ...move, cents })
    return afterCash(c, done, 'moved', { form: 'move', typed: valuesOf(form) })
  })

  routes.post('/staff/fees/:centre/count', forLeads, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const again = (problems: FormProblems) => showBox(c, { form: 'count', typed: valuesOf(form), problems })
    const parsed = parseForm(form, countForm)
    if (!parsed.ok) return again(parsed.problems)
    const { centre } = await ledCentre(context, slugFrom(c.req.param('centre')))
    const { counted: countedCents, renderingKey } = parsed.value
    const done = await countBox(context, centre, { countedCents, renderingKey })
    if (done.outcome === 'meanwhile') return again({ counted: 'meanwhile' })
    const { differenceCents } = done
    const news = differenceCents === 0 ? 'counted' : differenceCents > 0 ? 'over' : 'short'
    return c.redirect(`${paths.box(context.language, centre.slug)}?news=${news}`, 303)
  })

  priceRoutes(routes)

  routes.get('/staff/fees/:centre/sheets/:number', forReaders, async c => {
    const { context, wording } = c.var
    const number = Number(c.req.param('number'))
    if (!Number.isSafeInteger(number) || number < 1 || number > 2 ** 31 - 1) return c.notFound()
    const { centre, signed, lines, sheet } = await readSheet(context, slugFrom(c.req.param('centre')), number)
    return c.render(<SheetPage {...{ signed, lines, sheet, wording }} />, {
      ...{
        ...frame,
        title: wording.t('fees.sheet.title', { number, day: wording.fullDay(signed.countedOn) }),
      },
      subline: <bdi lang="de">{centre.name}</bdi>,
    })
  })
}

type SentToBox = { form: BoxForm; typed: FormValues; problems: FormProblems }

const showBox = async (c: Page, sent?: SentToBox) => {
  const { context, wording } = c.var
  const box = await readBox(context, slugFrom(c.req.param('centre')))
  if (sent) c.status(422)
  const said = sent && { ...sent, errors: sentencesFor(sent.problems, wording) }
  const news = oneOf(boxNews, c.req.query('news'))
  return c.render(<BoxPage {...{ box, news, sent: said, keyFor: newSecret, wording }} />, {
    ...{ ...frame, title: wording.t('fees.box.title') },
    subline: <bdi lang="de">{box.centre.name}</bdi>,
  })
}

const afterCash = (
  c: Page,
  done: CashOutcome,
  news: (typeof boxNews)[number],
  sent: Omit<SentToBox, 'problems'>,
) => {
  if (done.outcome !== 'entered') return showBox(c, { ...sent, problems: { amount: done.outcome } })
  return c.redirect(`${paths.box(c.var.wording.language, c.req.param('centre') ?? '')}?news=${news}`, 303)
}

const showPayers = async (
  c: Page,
  intakeId: string,
  sent?: { registrationId: string; typed: FormValues; problems: FormProblems },
) => {
  const { context, wording } = c.var
  const { title, centre, families, payments } = await readPayers(context, intakeId)
  if (sent) c.status(422)
  const said = sent && { ...sent, errors: sentencesFor(sent.problems, wording) }
  const news = oneOf(payerNews, c.req.query('news'))
  return c.render(<PayersPage {...{ families, payments, news, sent: said, keyFor: newSecret, wording }} />, {
    ...{ ...frame, title: wording.t('fees.payers.title'), subline: <bdi>{title}</bdi> },
    actions: <ToBox slug={centre.slug} wording={wording} />,
  })
}

const showEntry = async (c: Page, typed?: FormValues, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const { entry, centre } = await readEntry(context, idFrom(c.req.param('id')))
  if (typed) c.status(422)
  const page = { entry, typed, errors: sentencesFor(problems, wording), renderingKey: newSecret(), wording }
  return c.render(<EntryPage {...page} isNew={c.req.query('news') === 'new'} />, {
    ...{ ...frame, title: wording.t('fees.line.title', { number: entry.number }) },
    actions: <ToBox slug={centre.slug} wording={wording} />,
  })
}

const ToBox = ({ slug, wording: { t, language } }: { slug: string; wording: Wording }) => (
  <LinkButton href={paths.box(language, slug)}>{t('fees.box.title')}</LinkButton>
)

const sendPdf = async (c: Page, sheet: Parameters<typeof makePrivatePdf>[0], name: string) => {
  const pdf = await makePrivatePdf(sheet)
  return c.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    ...{ 'content-type': 'application/pdf', 'cache-control': 'no-store' },
    'content-disposition': `inline; filename="${name}.pdf"`,
  })
}
