import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { listCentres } from '../centres/index.ts'
import { forRoles, forWhoeverWorksHere, type Page, type PageRoutes } from '../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { neededText, yes } from '../platform/web/form-fields.ts'
import { idFrom } from '../platform/web/id.ts'
import { isUnchanged } from '../platform/web/page-cache/index.ts'
import { paths as roomPaths } from '../rooms/index.ts'
import { RoomCalendarPage, RoomSharedPage } from './pages/room-calendar-page.tsx'
import { roomCalendar } from './room-calendar.ts'
import { roomPathBehind } from './room-paths.ts'
import { openRoom, readShared, shareRoom, takeRoomBack } from './share-room.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'rooms' } as const

const shareForm = v.object({
  forWhom: neededText(80),
  saysTitles: yes,
})

/** The calendar of a room: its file behind an address that nobody guesses, and who has it. */
export const roomCalendarRoutes = (routes: PageRoutes) => {
  routes.get('/room-calendar/:link/calendar.ics', forWhoeverWorksHere, async c => {
    const { context, wording } = c.var
    const { room, dates } = await openRoom(context, c.req.param('link'))
    const centre = (await listCentres(context)).find(({ id }) => id === room.centreId)
    const name = [room.name, centre?.name].filter(Boolean).join(' · ')
    const file = roomCalendar({ name, dates, wording, timeZone: context.city.timeZone })
    const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`
    const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' }
    if (isUnchanged({ etag }, c.req.header('if-none-match'))) return c.body(null, 304, headers)
    return c.body(file, 200, {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="raum.ics"',
    })
  })

  routes.get('/staff/rooms/list/:id/calendar', forTeam, c => showShared(c))

  routes.post('/staff/rooms/list/:id/calendar', forTeam, async c => {
    const { context, wording } = c.var
    const form = await c.req.formData()
    const typed = parseForm(form, shareForm)
    if (!typed.ok) return showShared(c, valuesOf(form), typed.problems)
    const shared = await shareRoom(context, { ...typed.value, roomId: idOf(c) })
    if (shared.outcome === 'too-many') return showShared(c, valuesOf(form), { forWhom: shared.outcome })
    c.header('cache-control', 'no-store')
    return c.render(
      <RoomSharedPage
        address={c.var.origin + roomPathBehind(context.language, shared.link)}
        {...{ wording, roomId: idOf(c), forWhom: typed.value.forWhom }}
      />,
      { ...frame, title: wording.t('calendars.room.title') },
    )
  })

  routes.post('/staff/rooms/list/:id/calendar/:calendar/take-back', forTeam, async c => {
    await takeRoomBack(c.var.context, idOf(c), idFrom(c.req.param('calendar')))
    return c.redirect(`${roomPaths.calendar(c.var.context.language, idOf(c))}?news=taken-back`, 303)
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const showShared = async (c: Page, values: FormValues = {}, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const { room, shared } = await readShared(context, idOf(c))
  if (Object.keys(problems).length > 0) c.status(422)
  return c.render(
    <RoomCalendarPage
      {...{ room, shared, values, problems, wording }}
      isTakenBack={c.req.query('news') === 'taken-back'}
      timeZone={context.city.timeZone}
    />,
    { ...frame, title: wording.t('calendars.room.title') },
  )
}
