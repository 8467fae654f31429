import {
  type CentreDetails,
  paths as centrePaths,
  findCentre,
  listDistricts,
  readDistrict,
} from '../centres/index.ts'
import { endOfTodayIn, forEveryone, type Page, type PageRoutes } from '../identity/index.ts'
import type { EngineInside } from '../platform/machine-translation/translation-engine.ts'
import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { expressInterest } from './express-interest.ts'
import { type Problems, readInterest, readNote } from './forms.ts'
import { kinds } from './note.ts'
import { ownRoutes } from './own-routes.tsx'
import { InterestedPage } from './pages/interested-page.tsx'
import { NeighboursPage } from './pages/neighbours-page.tsx'
import { PinboardPage } from './pages/pinboard-page.tsx'
import { problemsOf, sentencesFor, typedIn } from './pages/said.ts'
import { SendPage } from './pages/send-page.tsx'
import { paths } from './paths.ts'
import { readAllPinboards, readPinboard, readPublicNote } from './read-pinboards.ts'
import { sendNote } from './send-note.ts'
import { staffRoutes } from './staff-routes.tsx'
import { tooPrivate } from './too-private.ts'

// A family may write a few notes and answer some; a script may not.
const mayWriteOften = sharedRateLimit({ name: 'note', times: 20, seconds: 600 })

/** The pinboards: for everybody, for whoever has written, and for the team that keeps them. */
export const neighboursRoutes = (routes: PageRoutes, engine: EngineInside | undefined) => {
  routes.get('/neighbours', forEveryone, async c => {
    const { context, wording } = c.var
    const district = readDistrict(c.req.query('district'))
    const kind = oneOf(kinds, c.req.query('kind'))
    const [boards, districts] = await Promise.all([
      readAllPinboards(context, { district, kind }),
      listDistricts(context),
    ])
    tellFreshUntil(c, endOfTodayIn(context))
    return c.render(<NeighboursPage {...{ boards, districts, district, kind, wording }} />, {
      ...{ title: wording.t('neighbours.all.title'), description: wording.t('neighbours.board.lead') },
    })
  })

  routes.get('/centres/:slug/pinboard', forEveryone, async c => {
    const { context, wording } = c.var
    const centre = orNotFound(await findCentre(context, slugFrom(c.req.param('slug'))))
    const kind = oneOf(kinds, c.req.query('kind'))
    const notes = orNotFound(await readPinboard(context, centre.id, kind))
    const centreHref = centrePaths.centre(context.language, centre.slug)
    tellFreshUntil(c, endOfTodayIn(context))
    return c.render(<PinboardPage {...{ centre, notes, kind, centreHref, wording }} />, {
      ...{ title: `${wording.t('neighbours.board.title')}: ${centre.name}`, current: 'centres' },
      description: wording.t('neighbours.board.lead'),
    })
  })

  routes.get('/centres/:slug/pinboard/new', forEveryone, async c => showSend(c, await boardOf(c)))

  routes.post('/centres/:slug/pinboard/new', forEveryone, async c => {
    const centre = await boardOf(c)
    const form = await c.req.formData()
    const reading = readNote(form)
    // Everything that needs mending is named at once, so what the use case would refuse stands here too.
    if (!reading.ok) {
      const refusal = tooPrivate({ title: textOf(form, 'title') ?? '', words: textOf(form, 'words') ?? '' })
      const problems = { ...problemsOf(refusal?.problems ?? {}), ...reading.problems }
      return showSend(c, centre, { form, problems })
    }
    if (!(await mayWriteOften(c, clientAddress(c)))) return showSend(c, centre, { form, problems: tooOften })
    const at = refOf(centre)
    const outcome = await sendNote(c.var.atDesk(at), at, reading.value)
    if (outcome.outcome === 'too-private')
      return showSend(c, centre, { form, problems: problemsOf(outcome.problems) })
    return c.redirect(paths.own(c.var.wording.language, outcome.keys.link), 303)
  })

  routes.get('/centres/:slug/pinboard/:note', forEveryone, async c =>
    showInterested(c, await boardOf(c), idFrom(c.req.param('note'))),
  )

  routes.post('/centres/:slug/pinboard/:note', forEveryone, async c => {
    const centre = await boardOf(c)
    const noteId = idFrom(c.req.param('note'))
    const form = await c.req.formData()
    const reading = readInterest(form)
    if (!reading.ok) return showInterested(c, centre, noteId, { form, problems: reading.problems })
    if (!(await mayWriteOften(c, clientAddress(c))))
      return showInterested(c, centre, noteId, { form, problems: tooOften })
    const at = refOf(centre)
    const { link } = await expressInterest(c.var.atDesk(at), at, noteId, reading.value)
    return c.redirect(paths.own(c.var.wording.language, link), 303)
  })

  ownRoutes(routes)
  staffRoutes(routes, engine)
}

const tooOften: Problems = { form: 'too-often' }

type Again = { form?: FormData; problems?: Problems }

/** The centre whose board it is; a centre without one has none of these addresses. */
const boardOf = async (c: Page<'/:slug'>): Promise<CentreDetails> => {
  const centre = orNotFound(await findCentre(c.var.context, slugFrom(c.req.param('slug'))))
  orNotFound(await readPinboard(c.var.context, centre.id))
  return centre
}

const refOf = ({ id, providerId }: CentreDetails) => ({ providerId, centreId: id })

const showSend = (c: Page, centre: CentreDetails, again: Again = {}) => {
  const { wording } = c.var
  return show(
    c,
    <SendPage {...{ centre, wording, ...formAgain(c, again) }} />,
    wording.t('neighbours.send.title'),
  )
}

const showInterested = async (c: Page, centre: CentreDetails, noteId: string, again: Again = {}) => {
  const { context, wording } = c.var
  const note = orNotFound(await readPublicNote(context, centre.id, noteId))
  return show(c, <InterestedPage {...{ centre, note, wording, ...formAgain(c, again) }} />, note.title)
}

/** What was typed and what is wrong with it, and the status that says so. */
const formAgain = (c: Page, { form = new FormData(), problems = {} }: Again) => {
  if (Object.keys(problems).length > 0) c.status(problems.form === 'too-often' ? 429 : 422)
  return {
    values: typedIn(valuesOf(form)),
    errors: sentencesFor(problems, c.var.wording),
    renderingKey: textOf(form, 'renderingKey') ?? newSecret(),
  }
}

const show = (c: Page, content: Parameters<Page['render']>[0], title: string) =>
  showPrivately(c, content, { title, current: 'centres' })
