import { forRoles, type Page, type PageRoutes } from '../identity/index.ts'
import { type FormProblems, type FormValues, parseForm, valuesOf } from '../platform/web/form.ts'
import { idFrom } from '../platform/web/id.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { bookRoom } from './book-room.ts'
import { cancelBooking } from './cancel-booking.ts'
import { bookForm, cancelForm, moveForm, prolongForm, useForm } from './forms.ts'
import { moveBooking, prolongSeries } from './move-booking.ts'
import { BookPage, type TakenOutcome } from './pages/book-page.tsx'
import { type BookingNews, BookingPage, bookingNews } from './pages/booking-page.tsx'
import { sentencesFor } from './pages/said.ts'
import { BookingWords } from './pages/words.tsx'
import { paths } from './paths.ts'
import { readBooking, readRooms } from './read-rooms.ts'
import { endEarly, sayInUse } from './use-room.ts'
import type { Conflict } from './wanted.ts'

const forTeam = forRoles('centre-lead')
const frame = { frame: 'staff', current: 'rooms' } as const

/** Where an offer is planned and one of its dates is changed; rooms do not know the planning, which knows them. */
export type PlanningHrefs = {
  offer: (language: string, slug: string) => string
  changeDate: (language: string, sessionId: string, place?: string) => string
}

/** Taking a room, and what becomes of a booking. */
export const bookingRoutes = (routes: PageRoutes, hrefs: PlanningHrefs) => {
  routes.get('/staff/rooms/book', forTeam, c => {
    const query = new URL(c.req.url).searchParams
    return showBook(c, valuesOf(query))
  })

  routes.post('/staff/rooms/book', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, bookForm)
    if (!parsed.ok) return showBook(c, parsed.values, { problems: parsed.problems })
    const outcome = await bookRoom(c.var.context, parsed.value)
    if (outcome.outcome !== 'booked')
      return showBook(c, valuesOf(form), { taken: outcome.outcome === 'taken' ? outcome : 'just-taken' })
    const from = parsed.value.firstOn
    return c.redirect(`${paths.week(c.var.context.language, { from })}&news=booked`, 303)
  })

  routes.get('/staff/rooms/bookings/:id', forTeam, c =>
    showBooking(c, hrefs, { news: oneOf(bookingNews, c.req.query('news')) }),
  )

  routes.post('/staff/rooms/bookings/:id/move', forTeam, async c => {
    const form = await c.req.formData()
    const parsed = parseForm(form, moveForm)
    if (!parsed.ok) return showBooking(c, hrefs, { values: parsed.values, problems: parsed.problems })
    const outcome = await moveBooking(c.var.context, idOf(c), parsed.value)
    if (outcome.outcome === 'taken')
      return showBooking(c, hrefs, { values: valuesOf(form), conflicts: outcome.conflicts })
    return back(c, outcome.outcome)
  })

  routes.post('/staff/rooms/bookings/:id/prolong', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), prolongForm)
    if (!parsed.ok) return showBooking(c, hrefs, { values: parsed.values, problems: parsed.problems })
    const { outcome } = await prolongSeries(c.var.context, idOf(c), parsed.value.until)
    return back(c, outcome)
  })

  routes.post('/staff/rooms/bookings/:id/cancel', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), cancelForm)
    if (!parsed.ok) return showBooking(c, hrefs, { problems: parsed.problems })
    const { outcome } = await cancelBooking(c.var.context, idOf(c), parsed.value.scope)
    if (outcome !== 'cancelled') return back(c, outcome)
    return c.redirect(`${paths.week(c.var.context.language)}?news=cancelled`, 303)
  })

  routes.post('/staff/rooms/bookings/:id/use', forTeam, async c => {
    const parsed = parseForm(await c.req.formData(), useForm)
    if (!parsed.ok) return showBooking(c, hrefs, { problems: parsed.problems })
    const mark = parsed.value.what === 'ended' ? endEarly : sayInUse
    return back(c, (await mark(c.var.context, idOf(c))).outcome)
  })
}

const idOf = (c: Page) => idFrom(c.req.param('id'))

const back = (c: Page, news: BookingNews) =>
  c.redirect(`${paths.booking(c.var.context.language, idOf(c))}?news=${news}`, 303)

type Again = { problems?: FormProblems; taken?: TakenOutcome | 'just-taken' }

const showBook = async (c: Page, values: FormValues, { problems = {}, taken }: Again = {}) => {
  const { context, wording } = c.var
  const { centre, rooms } = await readRooms(context, slugIn(values.centre))
  if (Object.keys(problems).length > 0) c.status(422)
  if (taken) c.status(409)
  const shown = { rooms, values, errors: sentencesFor(problems, wording), taken, wording }
  return c.render(<BookPage {...shown} timeZone={context.city.timeZone} />, {
    ...{ ...frame, title: wording.t('rooms.book.heading'), subline: centre.name },
    back: { href: paths.week(wording.language), label: wording.t('rooms.title') },
  })
}

const slugIn = (value: FormValues[string] | undefined) =>
  typeof value === 'string' && value !== '' ? value : undefined

type Showing = {
  values?: FormValues
  problems?: FormProblems
  conflicts?: readonly Conflict[]
  news?: BookingNews | undefined
}

const showBooking = async (
  c: Page,
  hrefs: PlanningHrefs,
  { values, problems = {}, conflicts = [], news }: Showing,
) => {
  const { context, wording } = c.var
  const shown = await readBooking(context, idOf(c))
  if (Object.keys(problems).length > 0) c.status(422)
  if (conflicts.length > 0) c.status(409)
  const { booking, words } = shown
  const heading = <BookingWords booking={words ?? { ...booking, titleLanguage: 'de' }} wording={wording} />
  return c.render(
    <BookingPage
      {...{ ...shown, values, conflicts, news, wording, now: context.now }}
      offerHref={words?.offerSlug ? hrefs.offer(wording.language, words.offerSlug) : undefined}
      changeHref={place => hrefs.changeDate(wording.language, booking.sessionId ?? '', place)}
      timeZone={context.city.timeZone}
      errors={sentencesFor(problems, wording)}
    />,
    {
      ...{ ...frame, title: wording.t('rooms.book.one'), heading },
      back: { href: paths.week(wording.language), label: wording.t('rooms.title') },
    },
  )
}
