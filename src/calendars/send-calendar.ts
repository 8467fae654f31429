import type { Page } from '../identity/index.ts'
import { type DatedEntry, paths, tellFreshness } from '../programme/index.ts'
import { calendarFile, type Urls } from './calendar-file.ts'

type Sent = {
  /** What the calendar is called in the program that reads it. */
  name: string
  entries: readonly DatedEntry[]
  /** Where the file itself is read again. */
  self: string
  /** Dates to which the reader does not come. */
  away?: ReadonlySet<string>
  isOneDate?: boolean
  /** For one reader only: kept nowhere on the way. */
  isPrivate?: boolean
}

/** Answers with dates as a calendar file. */
export const sendCalendar = (c: Page, { self, isPrivate, ...given }: Sent) => {
  const { context, wording, origin } = c.var
  const { city, now } = context
  const urls: Urls = {
    self: origin + self,
    session: id => origin + paths.session(context.language, id),
    offer: slug => origin + paths.offer(context.language, slug),
  }
  if (isPrivate) c.header('cache-control', 'no-store')
  else tellFreshness(c, [])
  return c.body(calendarFile({ ...given, wording, now, urls, timeZone: city.timeZone }), 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="kiez.ics"',
  })
}
