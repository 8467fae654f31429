import type { AgeSpan } from './age.ts'
import type { Entry, OfferDetails, SeriesFacts } from './entry.ts'
import { paths } from './paths.ts'
import { joiningOf } from './places.ts'

/**
 * What pages of offers and dates say, in the words of schema.org for search engines and assistants: made from the same
 * entries as the page, so that status and free places cannot differ.
 */
export type Told = {
  details: OfferDetails
  /** Where something else than the centre is the place to meet, its address would lead astray. */
  isElsewhere: boolean
  language: string
  origin: string
  timeZone: string
  now: Temporal.Instant
}

/** An offer with its coming dates, each an event of the series. */
export const offerData = (told: Told, series: readonly SeriesFacts[], dates: readonly Entry[]) => {
  const { details, origin, language, timeZone } = told
  const url = origin + paths.offer(language, details.offer.slug)
  return {
    ...{ '@context': 'https://schema.org', '@type': 'EventSeries', '@id': `${url}#series` },
    ...{ ...factsOf(told), url },
    eventSchedule: series.flatMap(slot => scheduleOf(slot, dates, timeZone)),
    subEvent: dates.map(entry => ({
      ...eventOf(entry, told),
      superEvent: { '@id': `${url}#series` },
    })),
  }
}

/** One date of an offer. */
export const sessionData = (told: Told, entry: Entry) => {
  const { details, origin, language } = told
  const url = origin + paths.offer(language, details.offer.slug)
  return {
    '@context': 'https://schema.org',
    ...{ ...factsOf(told), ...eventOf(entry, told) },
    superEvent: { '@type': 'EventSeries', '@id': `${url}#series`, name: details.offer.title.text, url },
  }
}

const factsOf = (told: Told) => {
  const { offer, provider } = told.details
  return {
    name: offer.title.text,
    ...(offer.summary && { description: offer.summary }),
    inLanguage: offer.languages,
    eventAttendanceMode: `https://schema.org/${isRemote(offer) ? 'Online' : 'Offline'}EventAttendanceMode`,
    isAccessibleForFree: offer.priceCents === 0,
    ...typicalAges(offer.ages),
    organizer: { '@type': 'Organization', name: provider.name, url: centreUrl(told) },
    location: locationOf(heldAt(told, told.details), offer.place),
  }
}

const eventOf = (entry: Entry, told: Told) => {
  const { session } = entry
  if (!session) return {}
  const { origin, language, timeZone } = told
  const url = origin + paths.session(language, session.id)
  const moment = (at: Temporal.Instant) => at.toString({ timeZone, smallestUnit: 'minute' })
  return {
    ...{ '@type': entry.kind === 'education' ? 'EducationEvent' : 'Event', '@id': `${url}#date` },
    ...{ name: entry.title.text, url, startDate: moment(session.startsAt) },
    ...(session.endsAt && { endDate: moment(session.endsAt) }),
    eventStatus: `https://schema.org/${statusOf(session)}`,
    ...(session.movedFrom && { previousStartDate: moment(session.movedFrom) }),
    location: locationOf(heldAt(told, session), entry.place),
    ...(session.cancelled ? {} : { offers: howToJoin(entry, url, told) }),
  }
}

const heldAt = (told: Told, { isElsewhere }: { isElsewhere: boolean }): Told => ({
  ...told,
  isElsewhere: told.isElsewhere || isElsewhere,
})

const statusOf = ({ cancelled, movedFrom }: NonNullable<Entry['session']>) => {
  if (cancelled) return 'EventCancelled'
  return movedFrom ? 'EventRescheduled' : 'EventScheduled'
}

const howToJoin = ({ registration, intake, priceCents }: Entry, url: string, { now }: Told) => {
  const joining = joiningOf(registration, intake, now)
  return {
    ...{ '@type': 'Offer', url, price: (priceCents / 100).toFixed(2), priceCurrency: 'EUR' },
    availability: `https://schema.org/${availabilities[joining.joining]}`,
    ...(joining.joining === 'not-yet' && { validFrom: joining.opensAt.toString() }),
  }
}

const availabilities = {
  'just-come': 'InStock',
  open: 'InStock',
  few: 'LimitedAvailability',
  waiting: 'SoldOut',
  'not-yet': 'PreOrder',
  closed: 'OutOfStock',
  'by-invitation': 'LimitedAvailability',
} as const

/** An online date leads to its page: the link itself is told only to those who registered. */
const locationOf = (told: Told, place: string) => {
  const { details, origin, language, isElsewhere } = told
  const { offer, contact } = details
  if (isRemote(offer)) return { '@type': 'VirtualLocation', url: origin + paths.offer(language, offer.slug) }
  const street = isElsewhere ? {} : { streetAddress: offer.centre.street, postalCode: contact.postalCode }
  const isKnown = !isElsewhere && contact.latitude !== null && contact.longitude !== null
  return {
    '@type': 'Place',
    name: [place, offer.centre.name].filter(Boolean).join(', '),
    address: { '@type': 'PostalAddress', ...street, addressLocality: contact.town, addressCountry: 'DE' },
    ...(isKnown && {
      geo: { '@type': 'GeoCoordinates', latitude: contact.latitude, longitude: contact.longitude },
    }),
  }
}

const isRemote = ({ way }: Pick<Entry, 'way'>) => way === 'online' || way === 'phone'

const centreUrl = ({ details, origin, language }: Told) =>
  `${origin}/${language}/centres/${details.offer.centre.slug}`

/** Birthdays, as the filter says them: 1-3 is from the first to the third. */
const typicalAges = ({ from, until }: AgeSpan) => {
  if (from === null && until === null) return {}
  const [first, last] = [Math.floor((from ?? 0) / 12), until === null ? '' : Math.ceil(until / 12)]
  return { typicalAgeRange: `${first}-${last}` }
}

/** A slot as it repeats; single dates are said by their events alone. */
const scheduleOf = (slot: SeriesFacts, dates: readonly Entry[], scheduleTimezone: string) => {
  const { rule, weekday, nth, starts, ends } = slot
  if (rule === 'dates' || weekday === null) return []
  const first = dates.find(
    ({ session }) => session?.heldOn.dayOfWeek === weekday && session.starts.equals(starts),
  )?.session
  return [
    {
      '@type': 'Schedule',
      repeatFrequency: { weekly: 'P1W', fortnightly: 'P2W', monthly: 'P1M' }[rule],
      byDay: nth === null ? `https://schema.org/${names[weekday - 1]}` : `${nth}${codes[weekday - 1]}`,
      ...(first && { startDate: first.heldOn.toString() }),
      startTime: starts.toString({ smallestUnit: 'minute' }),
      ...(ends && { endTime: ends.toString({ smallestUnit: 'minute' }) }),
      scheduleTimezone,
    },
  ]
}

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
