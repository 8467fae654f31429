/**
 * The moment at which the clocks of a zone show a date and a time. In spring an hour does not exist there
 * ('in-gap': nobody may guess for the family); in autumn an hour comes twice, and the earlier one counts.
 */
export const momentOf = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  timeZone: string,
): Temporal.Instant | 'in-gap' => {
  const midnight = midnightOf(date, timeZone)
  if (midnight !== undefined) return Temporal.Instant.fromEpochMilliseconds(midnight + millisecondsOf(time))
  const local = date.toPlainDateTime(time)
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  return zoned.toPlainDateTime().equals(local) ? zoned.toInstant() : 'in-gap'
}

/** The moment at which a day begins in a zone. Midnight itself may be missing there: then the first moment after it. */
export const startOfDay = (date: Temporal.PlainDate, timeZone: string): Temporal.Instant => {
  const midnight = midnightOf(date, timeZone)
  return midnight === undefined
    ? date.toZonedDateTime(timeZone).toInstant()
    : Temporal.Instant.fromEpochMilliseconds(midnight)
}

/** The day on which a moment falls in a zone. */
export const dayOf = (moment: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(timeZone).toPlainDate()

/**
 * The midnight of a day on which the clocks do not change, in epoch milliseconds. Kept, because the dates of a
 * programme ask for the same few hundred days again and again, and each answer costs a look into the zone's rules.
 */
const midnightOf = (date: Temporal.PlainDate, timeZone: string): number | undefined => {
  const key = `${date} ${timeZone}`
  if (midnights.has(key)) return midnights.get(key)
  const day = date.toZonedDateTime(timeZone)
  const midnight = day.hoursInDay === 24 ? day.epochMilliseconds : undefined
  if (midnights.size > 20_000) midnights.clear()
  midnights.set(key, midnight)
  return midnight
}

const midnights = new Map<string, number | undefined>()

const millisecondsOf = ({ hour, minute, second }: Temporal.PlainTime) =>
  ((hour * 60 + minute) * 60 + second) * 1000
