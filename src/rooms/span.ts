/** A stretch of time that holds its beginning and not its end: what ends at twelve leaves twelve free. */
export type Span = { startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** A booking with the minutes before and after it in which the room is set up and cleared. */
export type WithSetUp = Span & { minutesBefore: number; minutesAfter: number }

/** Whether two spans share a moment (scenarios R01, R02). */
export const overlaps = (one: Span, other: Span) =>
  Temporal.Instant.compare(one.startsAt, other.endsAt) < 0 &&
  Temporal.Instant.compare(other.startsAt, one.endsAt) < 0

/** All the time in which nobody else can have the room; the function `occupied_by` of the tables says the same. */
export const occupiedBy = ({ startsAt, endsAt, minutesBefore, minutesAfter }: WithSetUp): Span => ({
  startsAt: startsAt.subtract({ minutes: minutesBefore }),
  endsAt: endsAt.add({ minutes: minutesAfter }),
})
