/**
 * The VTIMEZONE of a zone for the given moments (RFC 5545, 3.6.5): what its clocks showed before the first of
 * them, and each change until after the last. Calendars that do not know the zone by name read it from here.
 */
export const timeZoneComponent = (timeZone: string, moments: readonly Temporal.Instant[]): string => {
  const [first, last] = [...moments]
    .sort(Temporal.Instant.compare)
    .flatMap((moment, index, all) =>
      index === 0 || index === all.length - 1 ? [moment.toZonedDateTimeISO(timeZone)] : [],
    )
  if (!first) return ''
  const observances = [...changes(first, last ?? first)].map(observance)
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

/** The change before the first moment, if the zone ever had one, and all until the first one after the last. */
function* changes(first: Temporal.ZonedDateTime, last: Temporal.ZonedDateTime) {
  yield first.getTimeZoneTransition('previous') ?? first.with({ year: 1970, month: 1, day: 1 })
  let change = first.getTimeZoneTransition('next')
  while (change) {
    yield change
    if (Temporal.ZonedDateTime.compare(change, last) > 0) return
    change = change.getTimeZoneTransition('next')
  }
}

const observance = (change: Temporal.ZonedDateTime): string[] => {
  const before = change.subtract({ nanoseconds: 1 })
  const kind = change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD'
  // It begins at the time that the clocks showed until then.
  const begins = change.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime()
  return [
    `BEGIN:${kind}`,
    `DTSTART:${begins.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${before.offset.replace(':', '')}`,
    `TZOFFSETTO:${change.offset.replace(':', '')}`,
    `END:${kind}`,
  ]
}
