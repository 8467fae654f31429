import {
  calendarOf,
  component,
  fileOf,
  type Line,
  localLine,
  stamp,
  textLine,
} from '../platform/calendar/component.ts'
import type { Wording } from '../platform/wording/wording.ts'
import type { DatedEntry } from '../programme/index.ts'
import { type DateOfSeries, type Repeating, repeatingOf } from './repeating.ts'

type CalendarFile = {
  /** What the calendar is called in the program that reads it. */
  name: string
  entries: readonly DatedEntry[]
  /** Dates to which those whose calendar it is do not come, by the id of the session. */
  away?: ReadonlySet<string>
  /** One date by itself, which belongs to no series even if one made it. */
  isOneDate?: boolean
  wording: Wording
  timeZone: string
  now: Temporal.Instant
  urls: Urls
}

/** Addresses with their host. */
export type Urls = {
  /** Where the file itself is read again. */
  self: string
  session: (id: string) => string
  offer: (slug: string) => string
}

/**
 * Dates as a calendar file (RFC 5545, 7986). A date keeps its UID for ever, so a program that reads the file again
 * changes it in place: those of a series share the UID of the series, one that was moved or cancelled stands there
 * instead of the one announced, with RECURRENCE-ID. One without an end has none.
 */
export const calendarFile = (file: CalendarFile): string => {
  const { name, entries, wording, timeZone, now, urls } = file
  const moments = entries.flatMap(({ session }) => [session.startsAt, announcedAt(session)])
  return fileOf(
    calendarOf(
      // Read again a few times a day: a cancellation in the morning should be known by noon.
      {
        ...{ name, language: wording.language, timeZone, again: 'PT4H' },
        moments: [now, ...moments],
        source: urls.self,
      },
      eventsOf(file).flatMap(event => component('VEVENT', event)),
    ),
  )
}

type Dated = DateOfSeries & { entry: DatedEntry; isAway: boolean }

const eventsOf = (file: CalendarFile): Line[][] => {
  const dates = file.entries.map(entry => dateOf(entry, file))
  const bySeries = Map.groupBy(dates, ({ entry }) => (file.isOneDate ? null : entry.seriesId))
  return [...bySeries].flatMap(([seriesId, ofSeries]) => {
    if (seriesId === null) return ofSeries.map(date => eventOf(date, date.entry.session.id, file))
    const { repeating, alone } = repeatingOf(ofSeries)
    return [
      ...(repeating ? repeatingEvents(repeating, seriesId, file) : []),
      ...alone.map(date => eventOf(date, date.entry.session.id, file)),
    ]
  })
}

const dateOf = (entry: DatedEntry, { timeZone, away }: CalendarFile): Dated => {
  const { session, place } = entry
  const isAway = away?.has(session.id) ?? false
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDateTime()
  return {
    starts: local(session.startsAt),
    ends: session.endsAt && local(session.endsAt),
    announced: local(announcedAt(session)),
    place,
    isMissed: session.cancelled !== null || isAway,
    entry,
    isAway,
  }
}

const announcedAt = ({ movedFrom, startsAt }: DatedEntry['session']) => movedFrom ?? startsAt

/** The series once, with its rule, and after it what stands instead of single dates. */
const repeatingEvents = (repeating: Repeating<Dated>, seriesId: string, file: CalendarFile): Line[][] => {
  const { timeZone, urls } = file
  const { regular, instead, first, last, lasts, rule, except } = repeating
  const all = [...regular, ...instead.map(({ date }) => date)].map(({ entry }) => entry)
  const [entry] = all
  if (!entry) return []
  const series = [
    `UID:${uidOf(seriesId)}`,
    ...versionOf(all),
    localLine('DTSTART', timeZone, first),
    ...(lasts ? [localLine('DTEND', timeZone, first.add(lasts))] : []),
    ...(rule ? [`RRULE:${rule};UNTIL=${stamp(last.toZonedDateTime(timeZone).toInstant())}`] : []),
    ...(except.length > 0 ? [localLine('EXDATE', timeZone, ...except)] : []),
    ...whatAndWhere({ ...entry, place: repeating.place }, undefined, file),
    'STATUS:CONFIRMED',
    `URL:${urls.offer(entry.slug)}`,
  ]
  return [series, ...instead.map(({ date, of }) => eventOf(date, seriesId, file, of))]
}

/** One date; of a series, in place of the one that was announced for then. */
const eventOf = (date: Dated, id: string, file: CalendarFile, of?: Temporal.PlainDateTime): Line[] => {
  const { entry, starts, ends, isAway } = date
  const isCancelled = entry.session.cancelled !== null
  const { timeZone, urls } = file
  return [
    `UID:${uidOf(id)}`,
    ...(of ? [localLine('RECURRENCE-ID', timeZone, of)] : []),
    ...versionOf([entry]),
    localLine('DTSTART', timeZone, starts),
    ...(ends ? [localLine('DTEND', timeZone, ends)] : []),
    ...whatAndWhere(entry, isCancelled ? 'cancelled' : isAway ? 'away' : undefined, file),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(isAway ? ['TRANSP:TRANSPARENT'] : []),
    `URL:${urls.session(entry.session.id)}`,
  ]
}

const uidOf = (id: string) => `${id}@kieznetz`

/**
 * Which version this is. The stamp is that of the last change and not of the reading: the same dates are the same
 * bytes, and a reader who has them is told so in three lines.
 */
const versionOf = (entries: readonly DatedEntry[]): Line[] => {
  const changed = entries.map(({ lastChangedAt }) => lastChangedAt).sort(Temporal.Instant.compare)
  const at = stamp(changed.at(-1) ?? Temporal.Instant.fromEpochMilliseconds(0))
  return [
    `DTSTAMP:${at}`,
    `LAST-MODIFIED:${at}`,
    `SEQUENCE:${Math.max(...entries.map(({ session }) => session.sequence))}`,
  ]
}

/** Some programs show a cancelled date like any other, so its name says it as well, and whether the family is away. */
const whatAndWhere = (
  entry: DatedEntry,
  missed: 'cancelled' | 'away' | undefined,
  { wording }: CalendarFile,
): Line[] => {
  const { title, centre, place, way, town, session } = entry
  const { t, language } = wording
  const named = missed
    ? textLine('SUMMARY', t(`calendars.${missed}`, { title: title.text }), language)
    : textLine('SUMMARY', title.text, title.language)
  const isElsewhere = way === 'on-site' && session.isElsewhere
  const address = way === 'on-site' ? [place, centre.street, town] : []
  const where = isElsewhere ? [place] : [centre.name, ...address]
  return [named, ...aboutLine(entry), textLine('LOCATION', where.filter(Boolean).join(', '), 'de')]
}

/** What it is and how one gets there: by bus, with a pram, without a map. */
const aboutLine = ({ title, summary, arrival }: DatedEntry): Line[] => {
  const parts = [
    ...(summary ? [{ text: summary, language: title.language }] : []),
    ...(arrival ? [arrival] : []),
  ]
  const [first] = parts
  if (!first) return []
  const isOneLanguage = parts.every(({ language }) => language === first.language)
  const text = parts.map(part => part.text).join('\n\n')
  return [textLine('DESCRIPTION', text, isOneLanguage ? first.language : undefined)]
}
