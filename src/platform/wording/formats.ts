export type Formats = {
  /** Monday, 23 November */
  day: (date: Temporal.PlainDate) => string
  /** Mon 23 Nov */
  shortDay: (date: Temporal.PlainDate) => string
  /** 23 Nov */
  dayAndMonth: (date: Temporal.PlainDate) => string
  /** 23 November 2026 */
  fullDay: (date: Temporal.PlainDate) => string
  /** Monday; 1 is Monday, 7 is Sunday */
  weekday: (number: number) => string
  /** November, from 11 */
  monthName: (number: number) => string
  /** November 2026 */
  month: (date: Temporal.PlainDate) => string
  /** 9:30 */
  time: (time: Temporal.PlainTime) => string
  /** Monday, 23 November, 9:30, in the city's zone */
  moment: (instant: Temporal.Instant) => string
  number: (value: number) => string
  /** 5,50 €, from cents */
  euros: (cents: number) => string
  /** Deutsch, Türkçe und العربية */
  list: (items: readonly string[]) => string
  /** "every Monday, 9:30–11:00", with the comma of the language; what is missing is left out. */
  joined: (parts: readonly (string | false | null | undefined)[]) => string
  /** Whether a day begins with this moment in the city's zone, so that its day alone says it. */
  isMidnight: (instant: Temporal.Instant) => boolean
}

/**
 * Dates, times and numbers as people of a language write them; always Gregorian, always with digits 0 to 9. English
 * is written as in Europe, the day before the month.
 */
export const formatsFor = (language: string, timeZone: string): Formats => {
  const locale = `${locales[language] ?? language}-u-ca-gregory-nu-latn`
  // Leichte Sprache abbreviates nothing (BITV 2.0, annex 2).
  const short = language === 'de-simple' ? 'long' : 'short'
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (date: Temporal.PlainDate) => format.format(new Date(`${date.toString()}T00:00:00Z`))
  }
  const weekday = dates({ weekday: 'long' })
  const moment = new Intl.DateTimeFormat(locale, {
    ...{
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      hourCycle: 'h23',
    },
    timeZone,
  } as Intl.DateTimeFormatOptions)
  const number = new Intl.NumberFormat(locale)
  const euros = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    trailingZeroDisplay: 'stripIfInteger',
  })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const monthName = dates({ month: 'long' })
  const aMonday = Temporal.PlainDate.from('2026-11-23')
  return {
    day: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: dates({ weekday: short, day: 'numeric', month: short }),
    dayAndMonth: dates({ day: 'numeric', month: short }),
    fullDay: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    weekday: value => weekday(aMonday.add({ days: value - 1 })),
    monthName: value => monthName(aMonday.with({ month: value, day: 1 })),
    month: dates({ month: 'long', year: 'numeric' }),
    time: time => `${time.hour}:${String(time.minute).padStart(2, '0')}`,
    moment: instant =>
      moment
        .formatToParts(new Date(instant.epochMilliseconds))
        // As in `time`: 9:30 and never 09:30.
        .map(({ type, value }) => (type === 'hour' ? String(Number(value)) : value))
        .join(''),
    // A page has a hundred small numbers, and every language writes them alike.
    number: value =>
      Number.isInteger(value) && value >= 0 && value < 1_000 ? String(value) : number.format(value),
    euros: cents => euros.format(cents / 100),
    list: items => list.format(items),
    joined: parts => parts.filter(Boolean).join(commas[language] ?? ', '),
    isMidnight: instant =>
      instant.toZonedDateTimeISO(timeZone).toPlainTime().equals(new Temporal.PlainTime()),
  }
}

const locales: Partial<Record<string, string>> = { en: 'en-GB', 'de-simple': 'de' }
const commas: Partial<Record<string, string>> = { ar: '، ', fa: '، ', ti: '፣ ' }
