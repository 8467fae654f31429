import { type CentreDetails, findCentre, listCentres } from '../centres/index.ts'
import { type CodeFault, readCode, showCodePage } from '../codes/index.ts'
import { forEveryone, nobodysDesk, type Page, type PageRoutes } from '../identity/index.ts'
import { NotFound, orNotFound } from '../platform/refusals.ts'
import { clientAddress } from '../platform/web/client-address.ts'
import {
  type FormProblems,
  type FormValues,
  parseForm,
  parseValues,
  typedIn,
  valuesOf,
} from '../platform/web/form.ts'
import { slugFrom } from '../platform/web/id.ts'
import { codeOf, newSecret } from '../platform/web/keys.ts'
import { oneOf } from '../platform/web/one-of.ts'
import { sharedRateLimit } from '../platform/web/rate-limit.ts'
import { showPrivately } from '../platform/web/show-privately.ts'
import { book } from './book.ts'
import { bookForm, timeForm } from './forms.ts'
import { giveBackByCode, giveBackByLink, openByCode, openByLink } from './own-booking.ts'
import { BookPage } from './pages/book-page.tsx'
import { OwnBookingPage } from './pages/own-booking-page.tsx'
import { TimesPage } from './pages/times-page.tsx'
import { sentencesFor } from './pages/words.tsx'
import { paths } from './paths.ts'
import { listFreeTimes } from './read-consultations.ts'
import { staffRoutes } from './staff-routes.tsx'
import type { OwnBooking } from './store/bookings.ts'

// Many families share the network of a shelter or a centre; a script that takes every time away may not.
const mayBookOften = sharedRateLimit({ name: 'consultation', times: 10, seconds: 600 })
// Codes can be typed, so nobody may try many.
const mayTryCodes = sharedRateLimit({ name: 'consultation-code', times: 10, seconds: 600 })

/** Consultations without a name: for families, and for the team of the centre. */
export const counsellingRoutes = (routes: PageRoutes) => {
  routes.get('/centres/:slug/counselling', forEveryone, async c => {
    const { context, wording } = c.var
    const centre = await centreAt(c)
    const times = await listFreeTimes(context, centre.id)
    const news = oneOf(['given-back'], c.req.query('news'))
    const { timeZone } = context.city
    return show(c, <TimesPage {...{ centre, times, timeZone, news, wording }} />)
  })

  routes.get('/centres/:slug/counselling/book', forEveryone, async c =>
    showForm(c, await centreAt(c), valuesOf(new URL(c.req.url).searchParams)),
  )

  routes.post('/centres/:slug/counselling/book', forEveryone, async c => {
    const centre = await centreAt(c)
    const form = await c.req.formData()
    const parsed = parseForm(form, bookForm)
    const again = (problems: FormProblems) => showForm(c, centre, valuesOf(form), problems)
    if (!parsed.ok) return again(parsed.problems)
    if (!(await mayBookOften(c, clientAddress(c)))) return again({ form: 'too-often' })

    const { at: startsAt, counsellor, language, ...booking } = parsed.value
    const ref = { centreId: centre.id, providerId: centre.providerId }
    const booked = await book(c.var.atDesk(ref), ref, {
      ...{ ...booking, startsAt, wish: { counsellor: counsellor || undefined, language } },
    })
    return booked.outcome === 'booked'
      ? c.redirect(paths.own(c.var.wording.language, booked.link), 303)
      : again({ form: booked.outcome })
  })

  routes.get('/counselling/code', forEveryone, c => showCode(c))

  routes.post('/counselling/code', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const { code } = reading
    const booking = await openByCode(c.var.atDesk(nobodysDesk), code)
    return booking ? showBooking(c, booking, { code }) : showCode(c, { problem: 'code', typed: code })
  })

  routes.post('/counselling/code/cancel', forEveryone, async c => {
    const reading = await readCode(c, mayTryCodes)
    if ('problem' in reading) return showCode(c, reading)
    const { code } = reading
    const desk = c.var.atDesk(nobodysDesk)
    const booking = await openByCode(desk, code)
    if (!booking) return showCode(c, { problem: 'code', typed: code })
    await giveBackByCode(desk, code)
    return backToTimes(c, booking)
  })

  routes.get('/counselling/:link', forEveryone, async c => {
    const link = c.req.param('link')
    const booking = await openByLink(c.var.atDesk(nobodysDesk), link)
    return showBooking(c, booking, { code: codeOf(link), link })
  })

  routes.post('/counselling/:link/cancel', forEveryone, async c => {
    const link = c.req.param('link')
    const desk = c.var.atDesk(nobodysDesk)
    const booking = await openByLink(desk, link)
    await giveBackByLink(desk, link)
    return backToTimes(c, booking)
  })

  staffRoutes(routes)
}

const centreAt = async (c: Page<'/centres/:slug/counselling'>) =>
  orNotFound(await findCentre(c.var.context, slugFrom(c.req.param('slug'))))

const centreOf = async (c: Page, { centreId }: Pick<OwnBooking, 'centreId'>) =>
  (await listCentres(c.var.context)).find(({ id }) => id === centreId)

const backToTimes = async (c: Page, booking: OwnBooking) => {
  const { language } = c.var.wording
  const centre = await centreOf(c, booking)
  return c.redirect(centre ? `${paths.times(language, centre.slug)}?news=given-back` : `/${language}`, 303)
}

/** The form of one time; where nobody has it free any more, the times that are left. */
const showForm = async (c: Page, centre: CentreDetails, values: FormValues, problems: FormProblems = {}) => {
  const { context, wording } = c.var
  const wanted = parseValues(values, timeForm)
  if (!wanted.ok) throw new NotFound()
  const { at, topic } = wanted.value
  const times = await listFreeTimes(context, centre.id)
  const time = times.find(time => time.startsAt.equals(at) && time.topic === topic)
  if (!time) return showTaken(c, centre, times)

  if (Object.keys(problems).length > 0) c.status(statusOf(problems))
  return show(
    c,
    <BookPage
      {...{ centre, time, wording, timeZone: context.city.timeZone }}
      errors={sentencesFor(problems, wording)}
      renderingKey={typedIn(values, 'renderingKey') ?? newSecret()}
      values={{
        ...{ counsellor: typedIn(values, 'counsellor'), language: typedIn(values, 'language') },
        ...{ codeWord: typedIn(values, 'codeWord'), contact: typedIn(values, 'contact') },
      }}
    />,
  )
}

const statusOf = ({ form }: FormProblems) => {
  if (form === 'too-often') return 429
  return form === 'taken' || form === 'over' ? 409 : 422
}

const showTaken = (c: Page, centre: CentreDetails, times: Awaited<ReturnType<typeof listFreeTimes>>) => {
  const { context, wording } = c.var
  const { timeZone } = context.city
  c.status(409)
  return show(c, <TimesPage {...{ centre, times, timeZone, wording }} news="taken" />)
}

const showBooking = async (c: Page, booking: OwnBooking, keys: { code: string; link?: string }) => {
  const { context, wording } = c.var
  const { now, city } = context
  const centre = await centreOf(c, booking)
  return show(
    c,
    <OwnBookingPage
      {...{ booking, centre, now, wording, timeZone: city.timeZone }}
      code={keys.code}
      link={keys.link}
    />,
  )
}

const showCode = (c: Page, fault?: CodeFault) => {
  const { t, language } = c.var.wording
  const page = { title: t('counselling.code.title'), action: paths.byCode(language), isDelicate: true }
  return showCodePage(c, page, fault)
}

const show = (c: Page, content: Parameters<Page['render']>[0]) =>
  showPrivately(c, content, { title: c.var.wording.t('counselling.times.title'), isDelicate: true })
