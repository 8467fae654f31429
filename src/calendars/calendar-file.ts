import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Entry, OfferDetails } from '../programme/index.ts'
import { timeZoneComponent } from './time-zone-component.ts'

type CalendarFile = {
  details: OfferDetails
  entries: readonly Entry[]
  timeZone: string
  now: Temporal.Instant
  /** The page of a session, with its host. */
  urlOf: (sessionId: string) => string
}

/**
 * Dates of one offer as a calendar file (RFC 5545). A date keeps its UID for ever, so a calendar that reads the
 * file again changes it in place when its sequence has grown; a cancelled one stays with its status, one without an
 * end has none.
 */
export const calendarFile = ({ details, entries, timeZone, now, urlOf }: CalendarFile): string => {
  const { offer, contact } = details
  const moments = entries.flatMap(({ session }) => (session ? [session.startsAt] : []))
  const calendar = ical({
    name: `${offer.title.text} – ${offer.centre.name}`,
    prodId: { company: 'KiezNetz', product: 'Programme' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: timeZone, generator: () => timeZoneComponent(timeZone, [now, ...moments]) },
  })
  const town = [contact.postalCode, contact.town].filter(Boolean).join(' ')
  for (const { session, place } of entries) {
    const address = offer.way === 'on-site' ? [place, offer.centre.street, town] : []
    const location = [offer.centre.name, ...address].filter(Boolean).join(', ')
    if (session) addDate(calendar, { session, offer, location, now, timeZone, url: urlOf(session.id) })
  }
  return calendar.toString()
}

type CalendarDate = Pick<OfferDetails, 'offer'> & {
  session: NonNullable<Entry['session']>
  location: string
  now: Temporal.Instant
  timeZone: string
  url: string
}

const addDate = (calendar: ICalCalendar, { session, offer, location, now, timeZone, url }: CalendarDate) =>
  calendar.createEvent({
    id: `${session.id}@kieznetz`,
    sequence: session.sequence,
    stamp: now,
    start: session.startsAt.toZonedDateTimeISO(timeZone),
    end: session.endsAt?.toZonedDateTimeISO(timeZone) ?? null,
    timezone: timeZone,
    summary: offer.title.text,
    description: offer.summary || null,
    location,
    url,
    status: session.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
