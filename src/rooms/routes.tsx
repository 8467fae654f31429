import { ledCentre } from '../centres/index.ts'
import { forRoles, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { Cluster, LinkButton } from '../platform/design/index.ts'
import { dayFrom } from '../platform/web/day.ts'
import { type FormProblems, type FormValues, parseForm, textOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { bookingRoutes, type PlanningHrefs } from './booking-routes.tsx'
import { roomForm } from './forms.ts'
import { addRoom, changeRoom, closeRoom } from './keep-room.ts'
import { RoomPage } from './pages/room-page.tsx'
import { RoomsPage } from './pages/rooms-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { WeekPage } from './pages/week-page.tsx'
import { paths } from './paths.ts'
import { publicPaths } from './public-paths.ts'
import { readRoom, readRooms, readWeek } from './read-rooms.ts'
import { requestRoutes } from './request-routes.tsx'
import { nameOf } from './room.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'rooms' } as const

/** The rooms of a centre: what is in them, what is said of them, and taking one. */
export const roomsRoutes = (routes: PageRoutes, hrefs: PlanningHrefs) => {
  routes.get('/staff/rooms', forTeam, async c => {
    const { context, wording } = c.var
    const { language } = context
    const day = dayFrom(c.req.query('from') ?? '')
    const week = await readWeek(context, { centreSlug: c.req.query('centre'), day })
    const news = oneOf(['booked', 'cancelled'] as const, c.req.query('news'))
    const at = { today: todayIn(context), timeZone: context.city.timeZone }
    return c.render(<WeekPage {...{ ...week, ...at, news, wording }} />, {
      ...{ ...frame, title: wording.t('rooms.title'), subline: week.centre.name },
      scripts: ['print-button.js'],
      actions: (
        <Cluster>
          <print-button label={wording.t('rooms.week.print')} />
          <LinkButton href={publicPaths.requests(language)}>{wording.t('rooms.requests.title')}</LinkButton>
          <LinkButton href={paths.list(language)}>{wording.t('rooms.list.title')}</LinkButton>
          <LinkButton href={paths.book(language)} kind="primary">
            {wording.t('rooms.book.do')}
          </LinkButton>
        </Cluster>
      ),
    })
  })

  routes.get('/staff/rooms/list', forTeam, async c => {
    const { context, wording } = c.var
    const { centre, rooms } = await readRooms(context, c.req.query('centre'))
    const isClosed = c.req.query('news') === 'closed'
    return c.render(<RoomsPage {...{ rooms, isClosed, wording }} />, {
      ...{ ...frame, title: wording.t('rooms.list.title'), subline: centre.name },
      back: { href: paths.week(wording.language), label: wording.t('rooms.title') },
      actions: (
        <LinkButton href={paths.add(context.language)} kind="primary">
          {wording.t('rooms.list.add')}
        </LinkButton>
      ),
    })
  })

  routes.get('/staff/rooms/new', forTeam, c => showNew(c, c.req.query('partOf')))

  routes.post('/staff/rooms/new', forTeam, async c => {
    const { context } = c.var
    const form = await c.req.formData()
    const partOf = textOf(form, 'partOf')
    const parsed = parseForm(form, roomForm)
    if (!parsed.ok) return showNew(c, partOf, parsed.values, parsed.problems)
    const { centre } = await ledCentre(context, textOf(form, 'centre'))
    const facts = { ...parsed.value, partOf: partOf ? idFrom(partOf) : null }
    const id = await addRoom(context, centre, facts)
    return c.redirect(`${paths.room(context.language, id)}?news=added`, 303)
  })

  bookingRoutes(routes, hrefs)
  requestRoutes(routes)

  routes.get('/staff/rooms/list/:id', forTeam, c => showRoom(c))

  routes.post('/staff/rooms/list/:id', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), roomForm)
    if (!parsed.ok) return showRoom(c, parsed.values, parsed.problems)
    await changeRoom(c.var.context, idOf(c), parsed.value)
    return c.redirect(`${paths.room(c.var.context.language, idOf(c))}?news=changed`, 303)
  })

  routes.post('/staff/rooms/list/:id/close', forTeam, async c => {
    await closeRoom(c.var.context, idOf(c))
    return c.redirect(`${paths.list(c.var.context.language)}?news=closed`, 303)
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const showNew = async (
  c: Page,
  partOf: string | undefined,
  typed?: FormValues,
  problems: FormProblems = {},
) => {
  const { context, wording } = c.var
  const hall = partOf ? await readRoom(context, idFrom(partOf)) : undefined
  const { centre } = await ledCentre(context, typeof typed?.centre === 'string' ? typed.centre : undefined)
  if (Object.keys(problems).length > 0) c.status(422)
  const shown = { hall, typed, errors: sentencesFor(problems, wording), wording }
  return c.render(
    <RoomPage
      {...{ ...shown, room: undefined, news: undefined }}
      centreSlug={centre.slug}
      languages={context.city.languages}
    />,
    {
      ...{ ...frame, title: wording.t(hall ? 'rooms.list.addPart' : 'rooms.list.add'), subline: centre.name },
      back: { href: paths.list(wording.language), label: wording.t('rooms.list.title') },
    },
  )
}

const showRoom = async (c: Page, typed?: FormValues, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const room = await readRoom(context, idOf(c))
  if (Object.keys(problems).length > 0) c.status(422)
  const news = oneOf(['added', 'changed'] as const, c.req.query('news'))
  const hall = room.partOf ? await readRoom(context, room.partOf) : undefined
  const shown = { room, hall, typed, news, errors: sentencesFor(problems, wording), wording }
  return c.render(<RoomPage {...shown} centreSlug="" languages={context.city.languages} />, {
    ...{ ...frame, title: nameOf(room.texts, wording.language) },
    back: { href: paths.list(wording.language), label: wording.t('rooms.list.title') },
  })
}
