import { findCentre, listCentres } from '../centres/index.ts'
import { type CodeFault, readCode, readKey, showCodePage, toTakenBack } from '../codes/index.ts'
import {
  endOfTodayIn,
  forEveryone,
  forRoles,
  nobodysDesk,
  type Page,
  type PageRoutes,
  todayIn,
} from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import { dayFrom } from '../platform/web/day.ts'
import { type FormProblems, type FormValues, parseForm, textOf, valuesOf } from '../platform/web/form.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import { codeOf, newSecret } from '../platform/web/keys.ts'
import { tellFreshUntil } from '../platform/web/page-cache/index.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { reachForm } from '../reach/index.ts'
import { type ConfirmOutcome, confirmRequest, declineRequest, noteMoney } from './answer-request.ts'
import { type AskOutcome, askForRoom } from './ask-for-room.ts'
import { askForm, declineForm, moneyForm } from './forms.ts'
import { openByCode, openByLink, takeRequestBack } from './own-request.ts'
import { AskPage } from './pages/ask-page.tsx'
import { OwnRequestPage } from './pages/own-request-page.tsx'
import { PublicRoomPage } from './pages/public-room-page.tsx'
import { PublicRoomsPage } from './pages/public-rooms-page.tsx'
import { RequestPage, RequestsPage } from './pages/request-pages.tsx'
import { sentencesFor } from './pages/said.ts'
import { paths } from './paths.ts'
import { publicPaths } from './public-paths.ts'
import { listRequests, readPublicRoom, readRequest } from './read-requests.ts'
import { listPublicRooms } from './store/public-rooms.ts'
import type { OwnRequest } from './store/requests.ts'

const forTeam = forRoles('centre-lead')
// A group asks for a room a few times; a script may not.
const mayAskOften = sharedRateLimit({ name: 'room-request', times: 20, seconds: 600 })
// Codes can be typed, so nobody may try many.
const mayTryCodes = sharedRateLimit({ name: 'room-request-code', times: 10, seconds: 600 })

/** Rooms for groups of the neighbourhood: finding one, asking for it, and the answer of the centre. */
export const requestRoutes = (routes: PageRoutes) => {
  routes.get('/rooms', forEveryone, async c => {
    const { context, wording } = c.var
    return c.render(<PublicRoomsPage rooms={await listPublicRooms(context)} wording={wording} />, {
      ...{ title: wording.t('rooms.public.title'), description: wording.t('rooms.public.lead') },
      current: 'centres',
    })
  })

  routes.get('/rooms/:slug', forEveryone, async c => {
    const { context, wording } = c.var
    const today = todayIn(context)
    const wished = dayFrom(c.req.query('from') ?? '') ?? today
    const from = Temporal.PlainDate.compare(wished, today) < 0 ? today : wished
    const shown = await readPublicRoom(context, slugFrom(c.req.param('slug')), from)
    tellFreshUntil(c, endOfTodayIn(context))
    const at = { from, today, timeZone: context.city.timeZone }
    return c.render(<PublicRoomPage {...{ ...shown, ...at, wording }} />, {
      ...{ title: shown.room.name, current: 'centres' },
    })
  })

  routes.get('/rooms/:slug/ask', forEveryone, c => showAsk(c, { values: { day: c.req.query('day') ?? '' } }))

  routes.post('/rooms/:slug/ask', forEveryone, async c => {
    const form = await c.req.formData()
    const [asked, wants] = [parseForm(form, askForm), parseForm(form, reachForm)]
    const values = { ...valuesOf(form) }
    if (!asked.ok || !wants.ok) {
      const problems = { ...(asked.ok ? {} : asked.problems), ...(wants.ok ? {} : wants.problems) }
      return showAsk(c, { values, problems })
    }
    if (!(await mayAskOften(c, clientAddress(c))))
      return showAsk(c, { values, problems: { form: 'too-often' } })
    const { agrees: _, ...wish } = asked.value
    const roomSlug = slugFrom(c.req.param('slug'))
    const { centreId, providerId } = orNotFound((await listPublicRooms(c.var.context, { slug: roomSlug }))[0])
    const desk = c.var.atDesk({ centreId, providerId })
    const outcome = await askForRoom(desk, { ...wish, roomSlug, wants: wants.value })
    if (outcome.outcome !== 'asked') return showAsk(c, { values, refused: outcome })
    return c.redirect(publicPaths.own(c.var.wording.language, outcome.link), 303)
  })

  routes.get('/room-requests/code', forEveryone, c => showCode(c))

  routes.post('/room-requests/code', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const { code } = reading
    const request = await openByCode(c.var.atDesk(nobodysDesk), code)
    return request ? showOwn(c, request, code) : showCode(c, { problem: 'code', typed: code })
  })

  routes.post('/room-requests/take-back', forEveryone, async c => {
    const reading = await readKey(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const isGone = await takeRequestBack(c.var.atDesk(nobodysDesk), reading.key)
    const action = publicPaths.byCode(c.var.wording.language)
    return isGone ? toTakenBack(c, action) : c.redirect(action, 303)
  })

  routes.get('/room-requests/:link', forEveryone, async c => {
    const link = c.req.param('link')
    return showOwn(c, await openByLink(c.var.atDesk(nobodysDesk), link), link, codeOf(link))
  })

  teamRoutes(routes)
}

const teamRoutes = (routes: PageRoutes) => {
  routes.get('/staff/room-requests', forTeam, async c => {
    const { context, wording } = c.var
    const shown = { ...(await listRequests(context)), timeZone: context.city.timeZone, wording }
    return c.render(<RequestsPage {...shown} />, {
      ...{ frame: 'staff', current: 'rooms', title: wording.t('rooms.requests.title') },
      back: { href: paths.week(wording.language), label: wording.t('rooms.title') },
    })
  })

  routes.get('/staff/room-requests/:id', forTeam, c => showRequest(c))

  routes.post('/staff/room-requests/:id/confirm', forTeam, async c => {
    const overOthers = textOf(await c.req.formData(), 'overOthers') === 'yes'
    const outcome = await confirmRequest(c.var.context, idOf(c), { overOthers })
    return outcome.outcome === 'confirmed' ? back(c) : showRequest(c, { refused: outcome })
  })

  routes.post('/staff/room-requests/:id/decline', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), declineForm)
    if (!parsed.ok) return showRequest(c, { problems: parsed.problems })
    await declineRequest(c.var.context, idOf(c), parsed.value.reason)
    return back(c)
  })

  routes.post('/staff/room-requests/:id/money', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), moneyForm)
    if (!parsed.ok) return showRequest(c, { problems: parsed.problems })
    await noteMoney(c.var.context, idOf(c), parsed.value.tick)
    return back(c)
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const back = (c: Page) => c.redirect(publicPaths.request(c.var.context.language, idOf(c)), 303)

type Asking = {
  values: FormValues
  problems?: FormProblems
  refused?: Exclude<AskOutcome, { outcome: 'asked' }>
}

const showAsk = async (c: Page, { values, problems = {}, refused }: Asking) => {
  const { context, wording } = c.var
  const room = orNotFound((await listPublicRooms(context, { slug: slugFrom(c.req.param('slug')) }))[0])
  const centre = orNotFound(await findCentre(context, room.centreSlug))
  if (Object.keys(problems).length > 0) c.status(problems.form === 'too-often' ? 429 : 422)
  if (refused) c.status(409)
  const renderingKey = typeof values.renderingKey === 'string' ? values.renderingKey : newSecret()
  const shown = { room, centre, values, refused, renderingKey, wording }
  return show(c, <AskPage {...shown} errors={sentencesFor(problems, wording)} />)
}

const showOwn = async (c: Page, request: OwnRequest, shownBy: string, code?: string) => {
  const { context, wording } = c.var
  const [centres, [room]] = await Promise.all([
    listCentres(context),
    listPublicRooms(context, { slug: request.roomSlug }),
  ])
  const centre = centres.find(({ id }) => id === request.centreId)
  const shown = { request, room, centre, shownBy, code, wording, now: context.now }
  return show(c, <OwnRequestPage {...shown} timeZone={context.city.timeZone} />)
}

const showCode = (c: Page, fault?: CodeFault) => {
  const { t, language } = c.var.wording
  const [title, takenBack] = [t('rooms.code.title'), t('rooms.code.takenBack')]
  return showCodePage(
    c,
    { title, takenBack, action: publicPaths.byCode(language), current: 'centres' },
    fault,
  )
}

const show = (c: Page, content: Parameters<Page['render']>[0]) =>
  showPrivately(c, content, { title: c.var.wording.t('rooms.ask.title'), current: 'centres' })

type Answering = {
  refused?: Exclude<ConfirmOutcome, { outcome: 'confirmed' }>
  problems?: FormProblems
}

const showRequest = async (c: Page, { refused, problems = {} }: Answering = {}) => {
  const { context, wording } = c.var
  const shown = await readRequest(context, idOf(c))
  if (Object.keys(problems).length > 0) c.status(422)
  if (refused) c.status(409)
  const errors = sentencesFor(problems, wording)
  return c.render(
    <RequestPage {...{ ...shown, refused, errors, wording }} timeZone={context.city.timeZone} />,
    {
      frame: 'staff',
      current: 'rooms',
      title: wording.t('rooms.requests.one'),
      back: { href: publicPaths.requests(wording.language), label: wording.t('rooms.requests.title') },
      heading: shown.request.called,
    },
  )
}
