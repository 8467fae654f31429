import { component, fileOf, type Line, localLine, stamp, textLine } from '../platform/calendar/component.ts'
import { timeZoneComponent } from '../platform/calendar/time-zone-component.ts'
import type { MessageFacts, MessageKind, News } from './message.ts'

/** What a mail program puts into the family's calendar, or takes out of it (iTIP, RFC 5546). */
export type CalendarFile = { method: 'REQUEST' | 'CANCEL'; content: string }

type Sent = {
  news: News
  registrationId: string | null
  createdAt: Temporal.Instant
  /** Where the family is written to, and the centre that invites. */
  address: string
  organizer: { name: string; email: string }
  timeZone: string
}

/**
 * The date of a registration as a calendar file: undefined where there is nothing to put in, above all for those who
 * wait (WL23). It keeps its UID, so that a change moves what is in the calendar already; of several dates at once no
 * single one is sent, they stand in the letter and in the calendar of the family's page.
 */
export function calendarFileFor(sent: Sent): CalendarFile | undefined {
  const { news, registrationId, timeZone, createdAt } = sent
  if (news.kind === 'letter' || registrationId === null) return undefined
  const method = methodOf(news.kind, news.facts)
  if (!method) return undefined
  const starts = Temporal.Instant.from(news.facts.startsAt)
  const lines = component('VCALENDAR', [
    'VERSION:2.0',
    'PRODID:-//KiezNetz//Messages//DE',
    `METHOD:${method}`,
    timeZoneComponent(timeZone, [starts]),
    ...component('VEVENT', [
      `UID:${registrationId}@kieznetz`,
      `DTSTAMP:${stamp(createdAt)}`,
      `SEQUENCE:${versionAt(createdAt)}`,
      ...timesOf(news.facts, starts, timeZone),
      ...whatAndWho(news.facts, sent),
      `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    ]),
  ])
  return { method, content: fileOf(lines) }
}

const methodOf = (kind: MessageKind, { holdsPlace, leftTheLine, dates = [] }: MessageFacts) => {
  if (kind === 'registration-cancelled') return leftTheLine ? undefined : 'CANCEL'
  if (!holdsPlace || dates.length > 1) return undefined
  if (kind === 'session-cancelled') return 'CANCEL'
  return asking.includes(kind) ? 'REQUEST' : undefined
}

const asking: readonly MessageKind[] = [
  ...(['registration-confirmed', 'place-accepted', 'session-takes-place', 'dates-changed'] as const),
]

/** Every later message is a later version; the same message stays the same, however often it is tried. */
const versionAt = (createdAt: Temporal.Instant) =>
  Math.max(0, Math.floor((createdAt.epochMilliseconds - firstVersion.epochMilliseconds) / 1000))

const firstVersion = Temporal.Instant.from('2026-01-01T00:00:00Z')

function timesOf({ ends }: MessageFacts, starts: Temporal.Instant, timeZone: string): Line[] {
  const local = starts.toZonedDateTimeISO(timeZone).toPlainDateTime()
  if (!ends) return [localLine('DTSTART', timeZone, local)]
  const sameDay = local.withPlainTime(ends)
  const end = Temporal.PlainDateTime.compare(sameDay, local) > 0 ? sameDay : sameDay.add({ days: 1 })
  return [localLine('DTSTART', timeZone, local), localLine('DTEND', timeZone, end)]
}

const whatAndWho = (facts: MessageFacts, { address, organizer }: Sent): Line[] => [
  textLine('SUMMARY', facts.offerTitle),
  textLine('LOCATION', whereOf(facts).filter(Boolean).join(', ')),
  `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
  `ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${address}`,
]

/** A parameter holds no quotation mark and no control (RFC 5545, 3.2). */
const quoted = (text: string) => `"${text.replace(/["\p{Cc}]/gu, '')}"`

/** A map that is told the centre first leads there. */
const whereOf = ({ centreName, place, street, notAtCentre }: MessageFacts) =>
  notAtCentre === 'elsewhere' ? [place] : [centreName, place, street]
