/**
 * The moment at which the clocks of a zone show a date and a time. In spring an hour does not exist there
 * ('in-gap': nobody may guess for the family); in autumn an hour comes twice, and the earlier one counts.
 */
export const momentOf = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  timeZone: string,
): Temporal.Instant | 'in-gap' => {
  const local = date.toPlainDateTime(time)
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  return zoned.toPlainDateTime().equals(local) ? zoned.toInstant() : 'in-gap'
}

/** The moment at which a day begins in a zone. Midnight itself may be missing there: then the first moment after it. */
export const startOfDay = (date: Temporal.PlainDate, timeZone: string): Temporal.Instant =>
  date.toZonedDateTime(timeZone).toInstant()

/** The day on which a moment falls in a zone. */
export const dayOf = (moment: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(timeZone).toPlainDate()
