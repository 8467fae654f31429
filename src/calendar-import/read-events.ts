import ICAL from 'ical.js'
import { asTyped } from '../platform/web/form.ts'
import { blocksIn, type EventBlock } from './blocks.ts'
import type { CalendarFault, CalendarWork, ImportedDate, ImportedEvent, ReadCalendar } from './events.ts'
import { isOrdinary } from './rules.ts'

const mostEvents = 500
const mostSteps = 4_000
const mostDates = 100

/**
 * The coming dates in a calendar file, one entry for each UID, and all that is wrong with it. Each event is read by
 * itself, so a broken one takes no other with it. Call it only where it may be stopped: see calendar-worker.ts.
 */
export const eventsIn = ({ text, ...window }: CalendarWork): ReadCalendar => {
  const { events: all, zones, isCalendar } = blocksIn(asTyped(text))
  if (!isCalendar) return { events: [], faults: [{ line: 1, code: 'no-calendar', about: '' }] }
  const faults: CalendarFault[] = []
  // Most calendars keep the past of many years.
  const blocks = all.filter(block => !isOver(block, window.from))
  if (blocks.length > mostEvents)
    faults.push({ line: blocks[mostEvents]?.line ?? 1, code: 'too-many', about: String(mostEvents) })

  const read = blocks.slice(0, mostEvents).flatMap(block => {
    const event = eventOf(block, zones)
    if (typeof event !== 'string') return [{ block, event }]
    faults.push({ line: block.line, code: event, about: block.rule })
    return []
  })
  const events = [...Map.groupBy(read, ({ event }) => event.uid).values()].map(same => {
    try {
      return togetherOf(same, window)
    } catch {
      const [{ line = 1, rule = '' } = {}] = same.map(({ block }) => block)
      faults.push({ line, code: 'unreadable', about: rule })
      return undefined
    }
  })
  return {
    events: events.filter(event => event !== undefined && event.dates.length > 0) as ImportedEvent[],
    faults,
  }
}

type Window = Omit<CalendarWork, 'text'>
type Read = { block: EventBlock; event: ICAL.Event }

/** What all that is said of one UID makes together; throws where a part of it is no date or no text. */
const togetherOf = (same: readonly Read[], window: Window) => {
  const masters = same.filter(({ event }) => !event.isRecurrenceException())
  const changed = same.filter(({ event }) => event.isRecurrenceException())
  const [first] = masters.length > 0 ? masters : changed
  const dates =
    masters.length > 0
      ? datesOf(masters, changed, window)
      : changed.flatMap(one => dateOf(one.event, one.event, window))
  return first && importedOf(first.event, dates)
}

const eventOf = ({ text, rule }: EventBlock, zones: string): ICAL.Event | CalendarFault['code'] => {
  if (rule !== '' && !isOrdinary(rule)) return 'rule'
  try {
    const calendar = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\n${zones}${text}\r\nEND:VCALENDAR`))
    const component = calendar.getFirstSubcomponent('vevent')
    const event = component && new ICAL.Event(component)
    if (!event?.startDate) return 'no-start'
    return event.summary?.trim() ? event : 'no-title'
  } catch {
    return 'unreadable'
  }
}

/** Whether a single date was plainly held before a day, whatever its zone; all that is less plain is read. */
const isOver = ({ text, rule }: EventBlock, from: string) => {
  if (rule !== '' || /^(RDATE|RECURRENCE-ID)/im.test(text)) return false
  const [, year, month, day] = /^DTSTART[^:]*:(\d{4})(\d\d)(\d\d)/im.exec(text) ?? []
  return day !== undefined && `${year}-${month}-${day}` < dayBefore(from)
}

const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

const datesOf = (masters: readonly Read[], changed: readonly Read[], window: Window): ImportedDate[] =>
  masters.flatMap(({ event }) => {
    for (const each of changed) event.relateException(each.event)
    if (!event.isRecurring()) return dateOf(event, event, window)
    beginNear(event, window.from)
    const dates: ImportedDate[] = []
    const times = event.iterator()
    for (let step = 0; step < mostSteps && dates.length < mostDates; step++) {
      const time = times.next()
      if (!time || dayOf(time) > window.until) break
      dates.push(...dateOf(event.getOccurrenceDetails(time), event, window))
    }
    return dates
  })

/** A date may have been moved so far, into the days that are wanted. */
const longestMove = 60

/**
 * Lets a series that began long ago begin shortly before the wanted days, in its own rhythm: a group that has met every
 * Tuesday for ten years is not counted through from its first Tuesday. One that counts its dates, or goes by months, is.
 */
const beginNear = (event: ICAL.Event, from: string) => {
  const rule = event.component.getFirstPropertyValue('rrule')
  if (!(rule instanceof ICAL.Recur) || rule.count) return
  const unit = rule.freq === 'DAILY' ? 1 : rule.freq === 'WEEKLY' ? 7 : 0
  const every = unit * rule.interval
  if (every === 0) return
  const near = Temporal.PlainDate.from(from).subtract({ days: longestMove })
  const days = Temporal.PlainDate.from(dayOf(event.startDate)).until(near, { largestUnit: 'days' }).days
  const skipped = Math.floor(days / every) * every
  if (skipped <= 0) return
  const [start, end] = [event.startDate, event.endDate].map(time => {
    const later = time.clone()
    later.adjust(skipped, 0, 0, 0)
    return later
  })
  if (start) event.startDate = start
  if (end && event.component.hasProperty('dtend')) event.endDate = end
}

type Occurrence = Pick<ReturnType<ICAL.Event['getOccurrenceDetails']>, 'startDate' | 'endDate'> & {
  item?: ICAL.Event
}

/** Nothing for a date that is cancelled, over or far away. */
const dateOf = (
  { startDate, endDate, item }: Occurrence,
  event: ICAL.Event,
  window: Window,
): ImportedDate[] => {
  const status = (item ?? event).component.getFirstPropertyValue('status')
  if (String(status).toUpperCase() === 'CANCELLED') return []
  const [starts, ends] = [localOf(startDate, window.timeZone), endDate && localOf(endDate, window.timeZone)]
  const on = starts.toPlainDate().toString()
  if (on < window.from || on > window.until) return []
  if (startDate.isDate) return [{ on, starts: null, ends: null }]
  const isSameDay = ends?.toPlainDate().equals(starts.toPlainDate())
  const endsLater = isSameDay && Temporal.PlainDateTime.compare(ends, starts) > 0
  return [{ on, starts: clock(starts), ends: endsLater ? clock(ends) : null }]
}

/** In the city: a time with a zone is another one there, one without is meant as it stands. */
const localOf = (time: ICAL.Time, timeZone: string): Temporal.PlainDateTime => {
  const { year, month, day, hour, minute } = time
  const plain = new Temporal.PlainDateTime(year, month, day, hour, minute)
  if (time.isDate || time.zone === ICAL.Timezone.localTimezone) return plain
  const instant = Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime()
}

const dayOf = ({ year, month, day }: ICAL.Time) => new Temporal.PlainDate(year, month, day).toString()
const clock = (time: Temporal.PlainDateTime) => time.toPlainTime().toString({ smallestUnit: 'minute' })

const importedOf = (event: ICAL.Event, dates: ImportedDate[]): ImportedEvent => ({
  uid: event.uid ?? `${event.summary} ${event.startDate}`,
  title: event.summary.trim().slice(0, 120),
  description: (event.description ?? '').trim().slice(0, 5_000),
  place: (event.location ?? '').trim().slice(0, 200),
  categories: event.component
    .getAllProperties('categories')
    .flatMap(property => property.getValues().map(String)),
  dates: dates.toSorted((one, other) =>
    `${one.on} ${one.starts}`.localeCompare(`${other.on} ${other.starts}`),
  ),
})
