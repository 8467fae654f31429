import { forEveryone, type Page, type PageRoutes, todayIn } from '../identity/index.ts'
import { orNotFound } from '../platform/refusals.ts'
import { idFrom, slugFrom } from '../platform/web/id.ts'
import {
  type Entry,
  findDatesOf,
  findOffer,
  findSession,
  type OfferDetails,
  paths,
} from '../programme/index.ts'
import { calendarFile } from './calendar-file.ts'

const datesInCalendar = 100

/** Dates of the programme for the calendars of families. */
export const calendarsRoutes = (routes: PageRoutes) => {
  routes.get('/offers/:slug/calendar.ics', forEveryone, async c => {
    const { context } = c.var
    const slug = slugFrom(c.req.param('slug'))
    const [found, entries] = await Promise.all([
      findOffer(context, slug),
      findDatesOf(context, { slug, from: todayIn(context), limit: datesInCalendar }),
    ])
    return sendCalendar(c, orNotFound(found), entries)
  })

  routes.get('/sessions/:id/calendar.ics', forEveryone, async c => {
    const { context } = c.var
    const entry = orNotFound(await findSession(context, idFrom(c.req.param('id'))))
    return sendCalendar(c, orNotFound(await findOffer(context, entry.slug)), [entry])
  })
}

const sendCalendar = (c: Page, details: OfferDetails, entries: readonly Entry[]) => {
  const { city, now, language } = c.var.context
  const urlOf = (sessionId: string) => c.var.origin + paths.session(language, sessionId)
  const file = calendarFile({ details, entries, now, urlOf, timeZone: city.timeZone })
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${details.offer.slug}.ics"`,
  })
}
