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

/** A booking as those read it who keep a room: what kind it is, and a title only where everybody may know it. */
export type RoomDate = {
  id: string
  kind: 'session' | 'own' | 'letting' | 'blocked'
  title: string
  titleLanguage: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  isCancelled: boolean
  sequence: number
  changedAt: Temporal.Instant
}

type RoomFile = {
  /** The room and its centre. */
  name: string
  dates: readonly RoomDate[]
  wording: Wording
  timeZone: string
}

/**
 * The bookings of a room as a calendar file (RFC 5545, 7986). What was given back stays as cancelled, so that it
 * disappears from whoever has read it before. The same bookings are the same bytes.
 */
export const roomCalendar = ({ name, dates, wording, timeZone }: RoomFile): string =>
  fileOf(
    calendarOf(
      {
        ...{ name, language: wording.language, timeZone, again: 'PT1H' },
        moments: dates.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
      },
      dates.flatMap(date => component('VEVENT', eventOf(date, { name, wording, timeZone }))),
    ),
  )

const eventOf = (date: RoomDate, { name, wording, timeZone }: Omit<RoomFile, 'dates'>): Line[] => {
  const { startsAt, endsAt, isCancelled, changedAt, sequence } = date
  const local = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(timeZone).toPlainDateTime()
  return [
    `UID:room-${date.id}@kieznetz`,
    `DTSTAMP:${stamp(changedAt)}`,
    `LAST-MODIFIED:${stamp(changedAt)}`,
    `SEQUENCE:${sequence}`,
    localLine('DTSTART', timeZone, local(startsAt)),
    localLine('DTEND', timeZone, local(endsAt)),
    summaryOf(date, wording),
    textLine('LOCATION', name, 'de'),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  ]
}

const summaryOf = ({ kind, title, titleLanguage, isCancelled }: RoomDate, { t, language }: Wording) => {
  const said = title || t(`rooms.kind.${kind}`)
  return isCancelled
    ? textLine('SUMMARY', t('calendars.cancelled', { title: said }), language)
    : textLine('SUMMARY', said, title ? titleLanguage : language)
}
