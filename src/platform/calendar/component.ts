import { escape as escapeText, foldLines } from 'ical-generator'
import { timeZoneComponent } from './time-zone-component.ts'

/** A line of a calendar file: name, parameters, value as it stands in the file. */
export type Line = string

/** Text in the language it was written in (RFC 5545, 3.2.10). */
export const textLine = (name: string, text: string, language?: string): Line =>
  `${name}${language ? `;LANGUAGE=${language}` : ''}:${escapeText(withoutControls(text), false)}`

/** A local time of a zone that the file describes. */
export const localLine = (name: string, timeZone: string, ...times: Temporal.PlainDateTime[]): Line =>
  `${name};TZID=${timeZone}:${times.map(localStamp).join(',')}`

/** A moment, the same everywhere on earth. */
export const stamp = (moment: Temporal.Instant) =>
  `${localStamp(moment.toZonedDateTimeISO('UTC').toPlainDateTime())}Z`

/** The lines between BEGIN and END of a component. */
export const component = (name: string, lines: readonly Line[]): Line[] => [
  `BEGIN:${name}`,
  ...lines,
  `END:${name}`,
]

/** What a calendar says of itself: its name, its zone for the given moments, and how often it is read again (RFC 7986). */
export const calendarOf = (
  { name, language, timeZone, again, moments, source }: Head,
  events: readonly Line[],
): Line[] =>
  component('VCALENDAR', [
    'VERSION:2.0',
    'PRODID:-//KiezNetz//Programme//DE',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    textLine('NAME', name, language),
    textLine('X-WR-CALNAME', name),
    `X-WR-TIMEZONE:${timeZone}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${again}`,
    `X-PUBLISHED-TTL:${again}`,
    ...(source ? [`SOURCE;VALUE=URI:${source}`] : []),
    timeZoneComponent(timeZone, moments),
    ...events,
  ])

type Head = {
  name: string
  language: string
  timeZone: string
  /** As a duration of ISO 8601. */
  again: string
  moments: readonly Temporal.Instant[]
  /** Where it is read again; left out where the address is a secret. */
  source?: string
}

/** The file: each line ends with CRLF and is folded at 75 bytes, never inside a letter (RFC 5545, 3.1). */
export const fileOf = (lines: readonly Line[]) => `${foldLines(lines.join('\r\n'))}\r\n`

const localStamp = (time: Temporal.PlainDateTime) =>
  time.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

const withoutControls = (text: string) => text.replace(/[^\P{Cc}\t\n\r]/gu, '')
