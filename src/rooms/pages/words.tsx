import { dayOf } from '../../platform/local-time.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Span } from '../span.ts'
import type { PlannedBooking } from '../store/plans.ts'

type Words = Pick<PlannedBooking, 'kind' | 'title' | 'titleLanguage'>

/** What a room is taken for: the words there are, else what kind of use it is. */
export const BookingWords = ({ booking, wording }: { booking: Words; wording: Wording }) =>
  booking.title === '' ? (
    <span>{wording.t(`rooms.kind.${booking.kind}`)}</span>
  ) : (
    <bdi lang={booking.kind === 'session' ? booking.titleLanguage : undefined}>{booking.title}</bdi>
  )

/** 9:30–11:00 by the clocks of the city. */
export const hoursOf = ({ startsAt, endsAt }: Span, timeZone: string, { hours }: Wording) =>
  hours(timeOf(startsAt, timeZone), timeOf(endsAt, timeZone))

/** Monday, 23 November, 9:30–11:00. */
export const whenOf = (span: Span, timeZone: string, wording: Wording) =>
  wording.joined([wording.day(dayOf(span.startsAt, timeZone)), hoursOf(span, timeZone, wording)])

export const timeOf = (moment: Temporal.Instant, timeZone: string) =>
  moment.toZonedDateTimeISO(timeZone).toPlainTime()
