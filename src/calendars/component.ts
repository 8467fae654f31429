import { escape as escapeText, foldLines } from 'ical-generator'

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

/** The file: each line ends with CRLF and is folded at 75 bytes, never inside a letter (RFC 5545, 3.1). */
export const fileOf = (lines: readonly Line[]) => `${foldLines(lines.join('\r\n'))}\r\n`

const localStamp = (time: Temporal.PlainDateTime) =>
  time.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

const withoutControls = (text: string) => text.replace(/[^\P{Cc}\t\n\r]/gu, '')
