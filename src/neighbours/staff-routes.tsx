import { ledCentre, ledCentres } from '../centres/index.ts'
import { type CodeFault, readCode, statusOfFault } from '../codes/index.ts'
import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { LinkButton } from '../platform/design/index.ts'
import type { EngineInside } from '../platform/machine-translation/translation-engine.ts'
import { parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { type Understood, understandOnPage } from '../understanding/index.ts'
import { approveNote } from './approve-note.ts'
import { noteForm, type Problems, readNote } from './forms.ts'
import { findNoteByCode, readNoteWithInterests, readOwnPinboards } from './keep-pinboard.ts'
import { EnterPage } from './pages/enter-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { NotePage } from './pages/note-page.tsx'
import { problemsOf, sentencesFor, typedIn } from './pages/said.ts'
import { SheetPage } from './pages/sheet-page.tsx'
import { passOn } from './pass-on.ts'
import { paths } from './paths.ts'
import { sendNote } from './send-note.ts'
import { takeDown } from './take-down.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'neighbours' } as const
const news = ['approved', 'approved-before', 'passed-on', 'taken-down'] as const
const mayTryCodes = sharedRateLimit({ name: 'note-code-desk', times: 30, seconds: 600 })

/** Keeping the pinboard of the own centre: approving, writing for a family, passing on, taking down. */
export const staffRoutes = (routes: PageRoutes, engine: EngineInside | undefined) => {
  const mayAsk = engine !== undefined

  routes.get('/staff/neighbours', forTeam, c => showList(c))

  routes.get('/staff/neighbours/new', forTeam, c => showEnter(c))

  routes.get('/staff/neighbours/sheet', forTeam, async c => {
    const { context, wording, origin } = c.var
    const { centre } = await ledCentre(context, c.req.query('centre'))
    const address = origin + paths.pinboard(context.language, centre.slug)
    return c.render(<SheetPage {...{ centre, address, wording }} />, {
      ...{ ...frame, title: wording.t('neighbours.board.title') },
      actions: <print-button label={wording.t('doorstep.paper.print')} />,
      scripts: ['print-button.js'],
    })
  })

  routes.post('/staff/neighbours/new', forTeam, async c => {
    const form = await c.req.formData()
    const reading = readNote(form)
    if (!reading.ok) return showEnter(c, form, reading.problems)
    const { context } = c.var
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const { providerId, centreId } = centre
    const outcome = await sendNote(context, { providerId, centreId }, reading.value)
    if (outcome.outcome === 'too-private') return showEnter(c, form, problemsOf(outcome.problems))
    // The family wants its code: it stands on the page that it would see itself.
    return c.redirect(paths.own(context.language, outcome.keys.link), 303)
  })

  routes.post('/staff/neighbours/code', forTeam, async c => {
    const { context } = c.var
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showList(c, reading)
    const id = await findNoteByCode(context, reading.code)
    return id
      ? c.redirect(paths.note(context.language, id), 303)
      : showList(c, { problem: 'code', typed: reading.code })
  })

  routes.get('/staff/neighbours/:id', forTeam, c => showNote(c, idFrom(c.req.param('id')), { mayAsk }))

  routes.post('/staff/neighbours/:id/understand', forTeam, async c => {
    const id = idFrom(c.req.param('id'))
    const { note, interests } = await readNoteWithInterests(c.var.context, id)
    const texts = [note.title, note.words, ...interests.map(({ words }) => words)]
    const said = await understandOnPage(c, engine, {
      kind: 'note',
      id,
      providerId: note.providerId,
      texts,
    })
    return showNote(c, id, { mayAsk, said })
  })

  routes.post('/staff/neighbours/:id', forTeam, async c => {
    const id = idFrom(c.req.param('id'))
    const form = await c.req.formData()
    const parsed = parseForm(form, noteForm)
    if (!parsed.ok) return showNote(c, id, { mayAsk, form, problems: parsed.problems })
    const outcome = await approveNote(c.var.context, id, parsed.value)
    if (outcome.outcome === 'too-private')
      return showNote(c, id, { mayAsk, form, problems: problemsOf(outcome.problems) })
    return c.redirect(`${paths.list(c.var.context.language)}?news=${outcome.outcome}`, 303)
  })

  routes.post('/staff/neighbours/:id/take-down', forTeam, async c => {
    await takeDown(c.var.context, idFrom(c.req.param('id')))
    return c.redirect(`${paths.list(c.var.context.language)}?news=taken-down`, 303)
  })

  routes.post('/staff/neighbours/:id/passed-on', forTeam, async c => {
    const { noteId } = await passOn(c.var.context, idFrom(c.req.param('id')))
    return c.redirect(`${paths.note(c.var.context.language, noteId)}?news=passed-on`, 303)
  })
}

const showList = async (c: Page, codeFault?: CodeFault) => {
  const { context, wording } = c.var
  if (codeFault) c.status(statusOfFault(codeFault))
  const boards = await readOwnPinboards(context)
  const centres = await ledCentres(context)
  const shown = { ...boards, centres, news: oneOf(news, c.req.query('news')), codeFault, wording }
  return c.render(<ListPage {...shown} />, {
    ...{ ...frame, title: wording.t('neighbours.board.title') },
    actions: (
      <LinkButton href={paths.enter(context.language)}>{wording.t('neighbours.enter.title')}</LinkButton>
    ),
  })
}

type Showing = { mayAsk: boolean; said?: Understood; form?: FormData; problems?: Problems }

const showNote = async (c: Page, id: string, { mayAsk, said, form, problems = {} }: Showing) => {
  const { context, wording } = c.var
  const { note, interests } = await readNoteWithInterests(context, id)
  if (form) c.status(422)
  const { kind, language, title, words } = note
  const values = form ? typedIn(valuesOf(form)) : { kind, language, title, words }
  const isPassedOn = c.req.query('news') === 'passed-on'
  const inOwnWords = { mayAsk, said }
  const errors = sentencesFor(problems, wording)
  const shown = { note, interests, values, errors, isPassedOn, inOwnWords, wording }
  return c.render(<NotePage {...shown} />, { ...frame, title: wording.t('neighbours.list.one') })
}

const showEnter = async (c: Page, form = new FormData(), problems: Problems = {}) => {
  const { context, wording } = c.var
  if (Object.keys(problems).length > 0) c.status(422)
  const shown = { values: typedIn(valuesOf(form)), errors: sentencesFor(problems, wording), wording }
  const renderingKey = textOf(form, 'renderingKey') ?? newSecret()
  return c.render(<EnterPage centres={await ledCentres(context)} {...{ ...shown, renderingKey }} />, {
    ...{ ...frame, title: wording.t('neighbours.enter.title') },
  })
}
