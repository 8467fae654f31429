import { ledCentre, ledCentres } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { Cluster, LinkButton } from '../platform/design/index.ts'
import { NotFound } from '../platform/refusals.ts'
import {
  type FormProblems,
  type FormValues,
  parseForm,
  textOf,
  typedIn,
  valuesOf,
} from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { askForKits } from './ask-for-kits.ts'
import { closeRound } from './close-round.ts'
import { requestForm, roundForm, tickForm } from './forms.ts'
import { ClosePage } from './pages/close-page.tsx'
import { EnterPage } from './pages/enter-page.tsx'
import { PaperSheetPage } from './pages/paper-sheet-page.tsx'
import { RoundFormPage } from './pages/round-form-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { SheetPage, sheetNews } from './pages/sheet-page.tsx'
import { paths } from './paths.ts'
import { changeRound, planRound } from './plan-round.ts'
import { readSheet } from './read-doorstep.ts'
import { tickDoor, withdrawRequest } from './tick-door.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'doorstep' } as const

/** A round from its planning to its end: the sheet, its ticks, and the closing that erases it. */
export const roundRoutes = (routes: PageRoutes) => {
  routes.get('/staff/doorstep/rounds/new', forTeam, c => showNew(c))

  routes.post('/staff/doorstep/rounds/new', forTeam, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const parsed = parseForm(form, roundForm)
    if (!parsed.ok) return showNew(c, parsed.values, parsed.problems)
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const { outcome } = await planRound(context, centre, parsed.value)
    if (outcome !== 'planned') return showNew(c, valuesOf(form), { heldOn: outcome })
    return c.redirect(`${paths.overview(context.language)}?news=planned`, 303)
  })

  routes.get('/staff/doorstep/rounds/:id', forTeam, async c => {
    const { context, wording } = c.var
    const { language } = context
    const sheet = await readSheet(context, idOf(c))
    const news = oneOf(sheetNews, c.req.query('news'))
    return c.render(<SheetPage {...{ sheet, news, wording }} />, {
      ...{ ...frame, ...headOf(sheet.round, c) },
      actions: (
        <Cluster>
          <LinkButton href={paths.enter(language, sheet.round.id)} icon="plus">
            {wording.t('doorstep.enter.title')}
          </LinkButton>
          <LinkButton href={paths.print(language, sheet.round.id)} icon="print">
            {wording.t('doorstep.paper.print')}
          </LinkButton>
          <LinkButton href={paths.close(language, sheet.round.id)} icon="check">
            {wording.t('doorstep.close.title')}
          </LinkButton>
        </Cluster>
      ),
    })
  })

  routes.get('/staff/doorstep/rounds/:id/print', forTeam, async c => {
    const { context, wording } = c.var
    const sheet = await readSheet(context, idOf(c))
    return c.render(<PaperSheetPage {...{ sheet, wording }} />, {
      ...{ ...frame, ...headOf(sheet.round, c) },
      actions: <print-button label={wording.t('doorstep.paper.print')} />,
      scripts: ['print-button.js'],
    })
  })

  routes.get('/staff/doorstep/rounds/:id/change', forTeam, c => showChange(c))

  routes.post('/staff/doorstep/rounds/:id/change', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, roundForm)
    if (!parsed.ok) return showChange(c, parsed.values, parsed.problems)
    const { outcome } = await changeRound(c.var.context, idOf(c), parsed.value)
    return outcome === 'changed'
      ? toSheet(c, idOf(c), '?news=changed')
      : showChange(c, valuesOf(form), { heldOn: outcome })
  })

  routes.get('/staff/doorstep/rounds/:id/close', forTeam, async c => {
    const { context, wording } = c.var
    const sheet = await readSheet(context, idOf(c))
    return c.render(<ClosePage {...{ sheet, wording }} />, {
      ...{ ...frame, ...headOf(sheet.round, c), title: wording.t('doorstep.close.title') },
    })
  })

  routes.post('/staff/doorstep/rounds/:id/close', forTeam, async c => {
    await closeRound(c.var.context, idOf(c))
    return c.redirect(`${paths.overview(c.var.context.language)}?news=closed`, 303)
  })

  routes.get('/staff/doorstep/rounds/:id/requests', forTeam, c => showEnter(c))

  routes.post('/staff/doorstep/rounds/:id/requests', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, requestForm)
    if (!parsed.ok) return showEnter(c, parsed.values, parsed.problems)
    const { round } = await readSheet(c.var.context, idOf(c))
    const { outcome } = await askForKits(c.var.context, round, parsed.value)
    return outcome === 'asked'
      ? toSheet(c, round.id, '?news=entered')
      : showEnter(c, valuesOf(form), { kits: outcome })
  })

  routes.post('/staff/doorstep/requests/:id', forTeam, async c => {
    const id = idOf(c)
    const parsed = parseForm(await c.req.formData(), tickForm)
    // Only buttons of ours send this form; whatever else comes is about nothing that exists.
    if (!parsed.ok) throw new NotFound()
    const { roundId } = await tickDoor(c.var.context, id, parsed.value.mark)
    return toSheet(c, roundId, `#door-${id}`)
  })

  routes.post('/staff/doorstep/requests/:id/withdraw', forTeam, async c => {
    const { roundId } = await withdrawRequest(c.var.context, idOf(c))
    return toSheet(c, roundId, '?news=withdrawn')
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const headOf = ({ heldOn, goes }: { heldOn: Temporal.PlainDate; goes: string }, c: Page) => {
  const { t, day } = c.var.wording
  return {
    title: t('doorstep.sheet.title', { day: day(heldOn) }),
    ...(goes && { subline: <bdi>{goes}</bdi> }),
  }
}

const toSheet = (c: Page, roundId: string, where: string) =>
  c.redirect(`${paths.round(c.var.context.language, roundId)}${where}`, 303)

const showNew = async (c: Page, typed: FormValues = {}, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  if (Object.keys(problems).length > 0) c.status(422)
  const form = { typed, errors: sentencesFor(problems, wording), centres: await ledCentres(context) }
  return c.render(<RoundFormPage {...{ ...form, wording }} />, {
    ...{ ...frame, title: wording.t('doorstep.round.plan') },
  })
}

const showChange = async (c: Page, typed: FormValues = {}, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const { round } = await readSheet(context, idOf(c))
  if (Object.keys(problems).length > 0) c.status(422)
  const form = { typed, errors: sentencesFor(problems, wording), centres: [] }
  return c.render(<RoundFormPage {...{ ...form, round, wording }} />, {
    ...{ ...frame, title: wording.t('doorstep.round.change') },
  })
}

const showEnter = async (c: Page, values: FormValues = {}, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const { round, kits } = await readSheet(context, idOf(c))
  if (Object.keys(problems).length > 0) c.status(422)
  const renderingKey = typedIn(values, 'renderingKey') ?? newSecret()
  const form = { values, errors: sentencesFor(problems, wording), renderingKey }
  return c.render(<EnterPage {...{ round, kits, ...form, wording }} />, {
    ...{ ...frame, title: wording.t('doorstep.enter.title'), subline: wording.day(round.heldOn) },
  })
}
